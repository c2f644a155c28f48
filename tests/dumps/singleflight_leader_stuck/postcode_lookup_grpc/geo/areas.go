// Package geo finds delivery areas.
package geo

import (
	"context"
	"sync"

	"golang.org/x/sync/singleflight"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Area is where a depot delivers.
type Area struct {
	Depot string  `json:"depot"`
	Km    float64 `json:"km"`
}

// Areas asks the geo service, once for each postcode.
type Areas struct {
	geo    grpc.ClientConnInterface
	flight singleflight.Group
	known  sync.Map
}

// NewAreas uses the connection cc.
func NewAreas(cc grpc.ClientConnInterface) *Areas { return &Areas{geo: cc} }

// Lookup returns the area of a postcode.
func (a *Areas) Lookup(ctx context.Context, postcode string) (Area, error) {
	if area, ok := a.known.Load(postcode); ok {
		return area.(Area), nil
	}
	v, err, _ := a.flight.Do(postcode, func() (any, error) {
		// The result is for all who ask, so it must not end with the first one.
		return a.fetch(context.WithoutCancel(ctx), postcode)
	})
	if err != nil {
		return Area{}, err
	}
	return v.(Area), nil
}

func (a *Areas) fetch(ctx context.Context, postcode string) (Area, error) {
	answer := new(structpb.Struct)
	if err := a.geo.Invoke(ctx, "/geo.v1.Areas/Find", wrapperspb.String(postcode), answer); err != nil {
		return Area{}, err
	}
	area := Area{Depot: answer.Fields["depot"].GetStringValue(), Km: answer.Fields["km"].GetNumberValue()}
	a.known.Store(postcode, area)
	return area, nil
}
