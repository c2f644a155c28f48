package tariffs

import (
	"context"
	"sync/atomic"

	"golang.org/x/sync/singleflight"
)

// Service answers for the tariff of the day.
type Service struct {
	current atomic.Value
	stop    atomic.Value
	flights singleflight.Group
}

// Load opens a new edition and retires the one before.
func (s *Service) Load(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	next := openBook(ctx)
	if s.current.Load() == nil {
		s.current.Store(next)
	}
	if old, ok := s.stop.Load().(context.CancelFunc); ok {
		old()
	}
	s.stop.Store(cancel)
}

// Price of one hour.
func (s *Service) Price(code string, hour int) (int, error) {
	v, err, _ := s.flights.Do(code, func() (interface{}, error) {
		return s.current.Load().(*book).find(code)
	})
	if err != nil {
		return 0, err
	}
	return v.(Tariff).Cents[hour%24], nil
}
