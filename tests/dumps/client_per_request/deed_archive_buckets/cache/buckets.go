// Package cache keeps the deeds that were read lately, apart for each notary.
package cache

import (
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/expirable"
)

type Deed struct {
	Number string
	Pages  int
}

type Buckets struct {
	outer *lru.Cache[string, *expirable.LRU[string, Deed]]
	fresh time.Duration
}

// New keeps at most n notaries.
func New(n int, fresh time.Duration) (*Buckets, error) {
	outer, err := lru.New[string, *expirable.LRU[string, Deed]](n)
	if err != nil {
		return nil, err
	}
	return &Buckets{outer: outer, fresh: fresh}, nil
}

func (b *Buckets) bucket(notary string) *expirable.LRU[string, Deed] {
	if found, ok := b.outer.Get(notary); ok {
		return found
	}
	made := expirable.NewLRU[string, Deed](256, nil, b.fresh)
	if other, ok, _ := b.outer.PeekOrAdd(notary, made); ok {
		return other
	}
	return made
}

// Get returns a deed, read by load when it is not known.
func (b *Buckets) Get(notary, number string, load func() Deed) Deed {
	bucket := b.bucket(notary)
	if d, ok := bucket.Get(number); ok {
		return d
	}
	d := load()
	bucket.Add(number, d)
	return d
}
