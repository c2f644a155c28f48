// Package zone asks the grid operator's registry.
package zone

import (
	"context"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"time"
)

type Zone struct {
	Path string `json:"path"`
}

type Finder interface {
	Find(ctx context.Context, meter string) (Zone, error)
}

type MediaTypeError struct{ Got string }

func (e *MediaTypeError) Error() string { return "zone: unexpected media type " + e.Got }

type registry struct {
	client *http.Client
	base   string
}

func NewRegistry(base string) Finder {
	return &registry{base: base, client: &http.Client{Transport: &http.Transport{
		MaxIdleConns: 64, MaxIdleConnsPerHost: 32, IdleConnTimeout: 45 * time.Second,
		ResponseHeaderTimeout: 5 * time.Second,
	}}}
}

func (g *registry) Find(ctx context.Context, meter string) (z Zone, err error) {
	// The registry must not see that our own client went away.
	req, err := http.NewRequestWithContext(context.Background(), "GET", g.base+meter, nil)
	if err != nil {
		return z, err
	}
	res, err := g.client.Do(req)
	if err != nil {
		return z, err
	}
	if res.StatusCode/100 != 2 {
		return z, fmt.Errorf("zone: %s", res.Status)
	}
	if kind, _, _ := mime.ParseMediaType(res.Header.Get("Content-Type")); kind != "application/json" {
		return z, &MediaTypeError{Got: kind} // BUG: leaves before the deferred Close below
	}
	defer res.Body.Close()
	return z, json.NewDecoder(res.Body).Decode(&z)
}
