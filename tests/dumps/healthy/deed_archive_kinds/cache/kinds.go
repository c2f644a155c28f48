// Package cache keeps the deeds that were read lately, apart for each kind.
package cache

import (
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"
)

type Deed struct {
	Number string
	Pages  int
}

type Kinds map[string]*expirable.LRU[string, Deed]

// lives says how long a deed of a kind stays true.
var lives = map[string]time.Duration{
	"sale": time.Hour, "gift": time.Hour, "will": time.Minute, "marriage": 10 * time.Minute,
	"company": 5 * time.Minute, "mortgage": 20 * time.Minute,
}

func New() Kinds {
	k := Kinds{}
	for kind, life := range lives {
		k[kind] = expirable.NewLRU[string, Deed](4096, nil, life)
	}
	return k
}

// Get returns a deed, read by load when it is not known.
func (k Kinds) Get(kind, number string, load func() Deed) (Deed, bool) {
	c, ok := k[kind]
	if !ok {
		return Deed{}, false
	}
	if d, ok := c.Get(number); ok {
		return d, true
	}
	d := load()
	c.Add(number, d)
	return d, true
}
