package carrier

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"time"
)

type Quotes struct {
	Base string
}

type link struct {
	client *http.Client
	base   string
}

// connect makes a link with the carrier's own limits.
func (q Quotes) connect() *link {
	return &link{base: q.Base, client: &http.Client{
		Timeout: 8 * time.Second,
		Transport: &http.Transport{
			DialContext:           (&net.Dialer{Timeout: 2 * time.Second}).DialContext,
			ResponseHeaderTimeout: 5 * time.Second,
			MaxIdleConns:          4,
		},
	}}
}

func (l *link) get(ctx context.Context, path string, into any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, l.base+path, nil)
	if err != nil {
		return err
	}
	resp, err := l.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(into)
}

func (q Quotes) Ask(ctx context.Context, from, to string) (int, error) {
	var fare struct {
		Path  string
		Stock int
	}
	if err := q.connect().get(ctx, "/fare/"+from+"/"+to, &fare); err != nil {
		return 0, err
	}
	return 1900 + fare.Stock*100, nil
}
