// Package probe asks the devices of a dialysis ward how they do.
package probe

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Reading is what a device says.
type Reading struct {
	Device string
	Status string
}

// ErrLate means that the device did not answer in time.
var ErrLate = errors.New("probe: device is late")

type answer struct {
	r   Reading
	err error
}

// Prober asks with a limit; a late answer is kept for the next who asks.
type Prober struct {
	client *http.Client
	base   string
	limit  time.Duration
}

// New returns a prober for the gateway at base.
func New(base string, limit time.Duration) *Prober {
	return &Prober{client: &http.Client{Timeout: 5 * time.Second}, base: base, limit: limit}
}

func (p *Prober) fetch(device string) answer {
	resp, err := p.client.Get(p.base + "/slow?ms=3500&device=" + device)
	if err != nil {
		return answer{err: err}
	}
	defer resp.Body.Close()
	return answer{r: Reading{Device: device, Status: resp.Status}}
}

// Probe returns the reading of a device, or ErrLate.
func (p *Prober) Probe(ctx context.Context, device string) (Reading, error) {
	answers := make(chan answer, 1)
	go func() { answers <- p.fetch(device) }()
	timer := time.NewTimer(p.limit)
	defer timer.Stop()
	select {
	case a := <-answers:
		return a.r, a.err
	case <-timer.C:
		return Reading{}, ErrLate
	case <-ctx.Done():
		return Reading{}, ctx.Err()
	}
}
