// Package valuer asks an appraiser for prices of stamps.
package valuer

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

type Valuer struct {
	base string
	http *http.Client
}

// New limits how many connections the appraiser sees, as the contract says.
func New(base string) *Valuer {
	return &Valuer{base: base, http: &http.Client{Transport: &http.Transport{
		MaxConnsPerHost: 5, MaxIdleConnsPerHost: 5, ResponseHeaderTimeout: 4 * time.Second}}}
}

type Value struct{ Stock int }

func (v *Valuer) Value(ctx context.Context, stamp string) (*Value, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, v.base+"/slow?ms=300&stamp="+stamp, nil)
	if err != nil {
		return nil, err
	}
	resp, err := v.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("valuer: status %d", resp.StatusCode)
	}
	defer resp.Body.Close()
	out := new(Value)
	return out, json.NewDecoder(resp.Body).Decode(out)
}
