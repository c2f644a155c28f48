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
	Flow   int
	Status string
}

// ErrLate means that the device did not answer in time; the ward's board shows it as grey.
var ErrLate = errors.New("probe: device is late")

// Prober asks with a limit.
type Prober struct {
	client *http.Client
	base   string
	limit  time.Duration
}

// New returns a prober for the gateway at base.
func New(base string, limit time.Duration) *Prober {
	return &Prober{client: &http.Client{Timeout: 5 * time.Second}, base: base, limit: limit}
}

func (p *Prober) fetch(device string) (Reading, error) {
	resp, err := p.client.Get(p.base + "/slow?ms=250&device=" + device)
	if err != nil {
		return Reading{}, err
	}
	defer resp.Body.Close()
	return Reading{Device: device, Flow: int(resp.ContentLength), Status: resp.Status}, nil
}

// Probe returns the reading of a device, or ErrLate.
func (p *Prober) Probe(ctx context.Context, device string) (Reading, error) {
	type answer struct {
		r   Reading
		err error
	}
	answers := make(chan answer)
	go func() {
		r, err := p.fetch(device)
		answers <- answer{r, err}
	}()
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
