// Package election decides which replica may move the gates.
package election

import (
	"context"
	"io"
	"net/http"
	"strings"
	"time"
)

type Lease interface {
	TryTake(ctx context.Context) (bool, error)
}

type HTTPLease struct{ URL string }

func (l HTTPLease) TryTake(ctx context.Context) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, l.URL, nil)
	if err != nil {
		return false, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return strings.Contains(string(b), `"holder": "me"`), err
}

type Seat struct{ elected chan struct{} }

func (s *Seat) Elected() <-chan struct{} { return s.elected }

func (s *Seat) Mine() bool {
	select {
	case <-s.elected:
		return true
	default:
		return false
	}
}

func Campaign(ctx context.Context, l Lease) *Seat {
	s := &Seat{elected: make(chan struct{})}
	go func() {
		for {
			if won, _ := l.TryTake(ctx); won {
				close(s.elected)
				return
			}
			select {
			case <-time.After(4 * time.Second):
			case <-ctx.Done():
				return
			}
		}
	}()
	return s
}
