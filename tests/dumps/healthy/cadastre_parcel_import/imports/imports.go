// Package imports reads the parcels of land of a municipality.
package imports

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// Importer validates parcels with the survey office.
type Importer struct {
	client *http.Client
	survey string
	valid  atomic.Int64
}

// New asks the survey office at the address.
func New(survey string) *Importer {
	return &Importer{client: &http.Client{Timeout: 15 * time.Second}, survey: survey}
}

func (im *Importer) validate(ctx context.Context, parcel string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, im.survey+"/slow?ms=400&parcel="+parcel, nil)
	if err != nil {
		return err
	}
	resp, err := im.client.Do(req)
	if err != nil {
		return fmt.Errorf("parcel %s: %w", parcel, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusOK {
		im.valid.Add(1)
	}
	return nil
}

// Run imports n parcels, some at a time.
func (im *Importer) Run(ctx context.Context, municipality string, n, parallel int) (int64, error) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(parallel)
	for i := 0; i < n && ctx.Err() == nil; i++ {
		parcel := fmt.Sprintf("%s-%05d", municipality, i)
		g.Go(func() error { return im.validate(ctx, parcel) })
	}
	return im.valid.Load(), g.Wait()
}
