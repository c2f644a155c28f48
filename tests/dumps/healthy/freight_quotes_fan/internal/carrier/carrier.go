package carrier

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Load struct{ From, To, Kg string }

type Offer struct {
	Carrier string
	Terms   string
}

type Carrier interface {
	Quote(context.Context, Load) (Offer, error)
}

type rest struct {
	name, base string
	think      time.Duration
	hc         *http.Client
}

var shared = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 32, IdleConnTimeout: time.Minute}}

func NewREST(name, base string, think time.Duration) Carrier {
	return &rest{name: name, base: base, think: think, hc: shared}
}

func (c *rest) Quote(ctx context.Context, l Load) (o Offer, err error) {
	url := fmt.Sprintf("%s/slow?ms=%d&c=%s&r=%s-%s", c.base, c.think.Milliseconds(), c.name, l.From, l.To)
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return o, err
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return o, err
	}
	defer resp.Body.Close()
	terms, err := io.ReadAll(resp.Body)
	return Offer{c.name, string(terms)}, err
}
