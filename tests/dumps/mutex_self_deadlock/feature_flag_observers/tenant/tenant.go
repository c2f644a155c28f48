package tenant

import (
	"github.com/oakmere/flagd/flags"
)

// Limits recomputes what a tenant may do when a flag changes.
type Limits struct {
	store *flags.Store
	rate  int
}

func Watch(store *flags.Store) *Limits {
	l := &Limits{store: store, rate: 10}
	store.Observe(l)
	return l
}

func (l *Limits) FlagChanged(key string, on bool) {
	if key != "burst" {
		return
	}
	l.recompute()
}

func (l *Limits) recompute() {
	l.rate = 10
	if l.store.Enabled("burst") {
		l.rate = 100
	}
}
