// Package geo knows the replicas of the address index.
package geo

import (
	"context"
	"hash/fnv"
	"time"

	"gitlab.com/routier/addressd/hedge"
)

// Point on the map.
type Point struct{ Lat, Lon float64 }

// Replica is one copy of the index.
type Replica struct {
	Zone    string
	Latency time.Duration
}

// Locate looks the address up in the memory-mapped index.
func (r *Replica) Locate(_ context.Context, address string) (*Point, error) {
	time.Sleep(r.Latency)
	h := fnv.New32a()
	h.Write([]byte(address))
	sum := h.Sum32()
	return &Point{float64(sum%180) - 90, float64(sum%360) - 180}, nil
}

// Index asks all replicas.
type Index struct {
	Replicas []*Replica
	After    time.Duration
}

// Locate returns the first answer.
func (x *Index) Locate(ctx context.Context, address string) (*Point, error) {
	asks := make([]hedge.Func[*Point], len(x.Replicas))
	for i := range x.Replicas {
		r := x.Replicas[i]
		asks[i] = func(ctx context.Context) (*Point, error) { return r.Locate(ctx, address) }
	}
	return hedge.Race(ctx, x.After, asks...)
}
