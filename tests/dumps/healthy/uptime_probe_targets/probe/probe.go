package probe

import (
	"context"
	"fmt"
	"math/rand"
	"net"
	"net/http"
	"sync"
	"time"
)

// Target is what is probed.
type Target struct {
	Name, URL, Via string
	Every          time.Duration
}

type prober struct {
	Target
	http *http.Client
	mu   sync.Mutex
	up   bool
}

// Set is all probers.
type Set struct{ list []*prober }

// Add starts a prober, which has connections of its own so that targets do not disturb each other.
func (s *Set) Add(t Target) {
	tr := &http.Transport{IdleConnTimeout: 30 * time.Second, TLSHandshakeTimeout: 3 * time.Second,
		DialContext: func(ctx context.Context, n, _ string) (net.Conn, error) { return (&net.Dialer{}).DialContext(ctx, n, t.Via) }}
	p := &prober{Target: t, http: &http.Client{Timeout: 4 * time.Second, Transport: tr}}
	s.list = append(s.list, p)
	go p.run()
}

func (p *prober) run() {
	time.Sleep(time.Duration(rand.Int63n(int64(p.Every) / 4)))
	for t := time.NewTicker(p.Every); ; <-t.C {
		ok := p.once()
		p.mu.Lock()
		p.up = ok
		p.mu.Unlock()
	}
}

func (p *prober) once() bool {
	resp, err := p.http.Get(p.URL)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var b [512]byte
	for {
		if _, err := resp.Body.Read(b[:]); err != nil {
			break
		}
	}
	return resp.StatusCode == http.StatusOK
}

func (s *Set) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, p := range s.list {
		p.mu.Lock()
		fmt.Fprintln(w, p.Name, p.up)
		p.mu.Unlock()
	}
}
