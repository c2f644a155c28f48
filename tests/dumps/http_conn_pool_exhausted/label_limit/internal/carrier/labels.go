// Package carrier fetches labels from the carrier.
package carrier

import (
	"context"
	"io"
	"net/http"
)

// Labels keeps to the four connections of our contract.
type Labels struct {
	base string
	http *http.Client
}

func New(base string) *Labels {
	// BUG: with MaxConnsPerHost and without any time-out, four answers that never come stop everybody.
	return &Labels{base, &http.Client{Transport: &http.Transport{MaxConnsPerHost: 4, MaxIdleConnsPerHost: 4}}}
}

// Label returns the document; the caller closes it.
func (l *Labels) Label(ctx context.Context, parcel string) (io.ReadCloser, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, l.base+"/hang?parcel="+parcel, nil)
	if err != nil {
		return nil, err
	}
	resp, err := l.http.Do(req)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}
