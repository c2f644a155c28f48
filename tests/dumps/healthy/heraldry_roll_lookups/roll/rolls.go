// Package roll finds the arms of a family in the rolls that are known.
package roll

import (
	"context"

	"golang.org/x/sync/singleflight"
)

// Source is a roll of arms.
type Source interface {
	Blazon(ctx context.Context, family string) (string, error)
}

// Rolls asks its sources in turn, and each family once at a time.
type Rolls struct {
	asked   singleflight.Group
	sources []Source
}

func Open(sources ...Source) *Rolls { return &Rolls{sources: sources} }

func (r *Rolls) Find(ctx context.Context, family string) (string, error) {
	v, err, _ := r.asked.Do(family, func() (interface{}, error) { return r.look(ctx, family) })
	if err != nil {
		return "", err
	}
	return v.(string), nil
}

func (r *Rolls) look(ctx context.Context, family string) (text string, err error) {
	for _, s := range r.sources {
		if text, err = s.Blazon(ctx, family); err == nil {
			return text, nil
		}
	}
	return "", err
}
