// Package ring places parcels on depots by consistent hashing.
package ring

import (
	"errors"
	"hash/fnv"
	"sort"
	"strconv"
	"sync"
	"time"
)

var ErrTooFew = errors.New("ring: not enough depots")

type Depot struct {
	Name string
	Seen time.Time
}

type Ring struct {
	mu         sync.RWMutex
	depots     map[string]*Depot
	hashes     []uint64
	owners     map[uint64]*Depot
	partitions int
}

func New(partitions int) *Ring {
	return &Ring{depots: map[string]*Depot{}, owners: map[uint64]*Depot{}, partitions: partitions}
}

func sum(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// Add puts a depot on the ring, or renews it.
func (r *Ring) Add(d Depot) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if old, ok := r.depots[d.Name]; ok {
		old.Seen = d.Seen
		return
	}
	r.depots[d.Name] = &d
	for i := 0; i < 20; i++ {
		h := sum(d.Name + "#" + strconv.Itoa(i))
		r.owners[h] = &d
		r.hashes = append(r.hashes, h)
	}
	sort.Slice(r.hashes, func(i, j int) bool { return r.hashes[i] < r.hashes[j] })
}

// Owner is the depot of a parcel.
func (r *Ring) Owner(parcel string) *Depot {
	return r.PartitionOwner(int(sum(parcel) % uint64(r.partitions)))
}

func (r *Ring) PartitionOwner(partition int) *Depot {
	r.mu.RLock()
	defer r.mu.RUnlock()
	h := sum("p" + strconv.Itoa(partition))
	i := sort.Search(len(r.hashes), func(i int) bool { return r.hashes[i] >= h })
	if i == len(r.hashes) {
		i = 0
	}
	return r.owners[r.hashes[i]]
}

type ranked struct {
	hash  uint64
	depot *Depot
}

// Nearest returns the n depots that follow a parcel's own one on the ring.
func (r *Ring) Nearest(parcel string, n int) ([]*Depot, error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if n > len(r.depots) {
		return nil, ErrTooFew
	}
	order := make([]ranked, 0, len(r.depots))
	for name, d := range r.depots {
		h := sum(name)
		for i := 0; i < 4000; i++ { // the distance of addresses is not free
			h ^= sum(parcel + strconv.Itoa(i))
		}
		order = append(order, ranked{h, d})
	}
	sort.Slice(order, func(i, j int) bool { return order[i].hash < order[j].hash })
	own := r.Owner(parcel)
	found := []*Depot{own}
	for _, o := range order {
		if len(found) < n && o.depot != own {
			found = append(found, o.depot)
		}
	}
	return found, nil
}
