package probe

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
)

type Probe struct {
	base   string
	client *http.Client
}

func New(base string) *Probe { return &Probe{base, &http.Client{Timeout: 3 * time.Second}} }

// Read asks a rod's sensor, with pauses that grow.
func (p *Probe) Read(ctx context.Context, rod string) (string, error) {
	policy := backoff.NewExponentialBackOff()
	policy.InitialInterval = 20 * time.Millisecond
	policy.MaxElapsedTime = 0
	ticker := backoff.NewTicker(policy)
	for range ticker.C {
		status, err := p.once(ctx, rod)
		if err == nil {
			return status, nil
		}
	}
	return "", errors.New("sensor does not answer")
}

func (p *Probe) once(ctx context.Context, rod string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.base+"/rod/"+rod, nil)
	if err != nil {
		return "", err
	}
	resp, err := p.client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp.Status, err
}
