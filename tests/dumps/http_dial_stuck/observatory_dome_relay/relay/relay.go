// Package relay turns the dome.
package relay

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"sync"
)

// Relay counts the bytes that go over the radio link, so it dials itself.
type Relay struct {
	base string
	http *http.Client

	mu    sync.Mutex
	bytes int64
}

type metered struct {
	net.Conn
	relay *Relay
}

func (m metered) Write(b []byte) (int, error) {
	n, err := m.Conn.Write(b)
	m.relay.mu.Lock()
	m.relay.bytes += int64(n)
	m.relay.mu.Unlock()
	return n, err
}

func New(host string) *Relay {
	r := &Relay{base: "http://" + host}
	r.http = &http.Client{Transport: &http.Transport{DialContext: r.dial, MaxIdleConns: 2}}
	return r
}

func (r *Relay) dial(ctx context.Context, network, address string) (net.Conn, error) {
	var d net.Dialer
	c, err := d.DialContext(ctx, network, address)
	if err != nil {
		return nil, fmt.Errorf("radio link: %w", err)
	}
	return metered{c, r}, nil
}

// Turn moves the slit to an azimuth.
func (r *Relay) Turn(ctx context.Context, azimuth string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, r.base+"/azimuth/"+azimuth, nil)
	if err != nil {
		return err
	}
	resp, err := r.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
