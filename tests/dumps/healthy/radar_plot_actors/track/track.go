// Package track joins plots to tracks.
package track

import (
	"context"
	"time"

	"skyways.aero/radar/cell"
)

type plots struct{ last map[string]time.Time }
type tracks struct{ known map[string]int }

type Tracker struct {
	plots  *cell.Cell[plots]
	tracks *cell.Cell[tracks]
	idle   []*cell.Cell[int]
}

func New() *Tracker {
	t := &Tracker{
		plots:  cell.Of(plots{map[string]time.Time{}}),
		tracks: cell.Of(tracks{map[string]int{}}),
	}
	for i := 0; i < 3; i++ {
		t.idle = append(t.idle, cell.Of(i))
	}
	return t
}

// Plot notes an echo and returns the track that it belongs to.
func (t *Tracker) Plot(ctx context.Context, id string) (n int, err error) {
	err = t.plots.Do(ctx, func(p *plots) {
		p.last[id] = time.Now()
		n = t.join(id)
	})
	return n, err
}

func (t *Tracker) join(id string) (n int) {
	t.tracks.Do(context.Background(), func(s *tracks) {
		time.Sleep(40 * time.Millisecond) // the filter
		if _, ok := s.known[id]; !ok {
			s.known[id] = len(s.known)
		}
		n = s.known[id]
	})
	return n
}
