// Package twin keeps one goroutine for each device of the site plan.
package twin

import "sync/atomic"

type Command interface{ Apply(*State) }

type State struct {
	Watts   int64
	Relay   bool
	Version uint64
}

type Twin struct {
	Serial string
	inbox  chan Command
	state  State
	seen   atomic.Uint64
}

func (t *Twin) live() {
	for cmd := range t.inbox {
		cmd.Apply(&t.state)
		t.state.Version++
		t.seen.Add(1)
	}
}

type Registry struct{ twins map[string]*Twin }

func NewRegistry(serials []string) *Registry {
	r := &Registry{twins: make(map[string]*Twin, len(serials))}
	for _, s := range serials {
		t := &Twin{Serial: s, inbox: make(chan Command, 8)}
		r.twins[s] = t
		go t.live()
	}
	return r
}

func (r *Registry) Send(serial string, c Command) bool {
	t, ok := r.twins[serial]
	if ok {
		t.inbox <- c
	}
	return ok
}

// Close lets every twin finish its inbox.
func (r *Registry) Close() {
	for _, t := range r.twins {
		close(t.inbox)
	}
}
