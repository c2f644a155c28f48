// Package sender files returns and does not give up early.
package sender

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"golang.org/x/time/rate"
)

type Filing struct{ ID string }

type Sender struct {
	base   string
	limit  *rate.Limiter
	inbox  chan Filing
	flight chan struct{}
	client *http.Client
}

func New(base string, width int) *Sender {
	return &Sender{
		base:   base,
		limit:  rate.NewLimiter(10, 1),
		inbox:  make(chan Filing, 512),
		flight: make(chan struct{}, width),
		client: &http.Client{Timeout: 10 * time.Second},
	}
}

func (s *Sender) Enqueue(f Filing) { s.inbox <- f }

// Run sends at most as many filings at once as flight has room for.
func (s *Sender) Run(ctx context.Context) {
	for f := range s.inbox {
		s.flight <- struct{}{}
		go func(f Filing) {
			defer func() { <-s.flight }()
			s.deliver(ctx, f)
		}(f)
	}
}

func (s *Sender) deliver(ctx context.Context, f Filing) {
	pause := 2 * time.Second
	for try := 0; try < 8; try++ {
		if err := s.limit.Wait(ctx); err != nil {
			return
		}
		if s.post(ctx, f) == nil {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
			pause *= 2
		}
	}
}

var errOffice = errors.New("the office is closed")

func (s *Sender) post(ctx context.Context, f Filing) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.base+"/slow?ms=120", nil)
	if err != nil {
		return err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	return errOffice
}
