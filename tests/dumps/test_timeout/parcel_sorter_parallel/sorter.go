// Package sorter sends parcels down chutes.
package sorter

import "sync"

type Parcel struct {
	ID    int
	Chute string
}

// Line moves parcels; each chute is a consumer of its own.
type Line struct {
	mu     sync.Mutex
	chutes map[string]chan Parcel
	full   map[string]int
}

func NewLine(names ...string) *Line {
	l := &Line{chutes: map[string]chan Parcel{}, full: map[string]int{}}
	for _, n := range names {
		l.chutes[n] = make(chan Parcel)
	}
	return l
}

// Empty consumes one chute until it has seen max parcels.
func (l *Line) Empty(name string, max int, each func(Parcel)) {
	for p := range l.chutes[name] {
		each(p)
		if max--; max == 0 {
			return
		}
	}
}

// Push sends a parcel down its chute.
func (l *Line) Push(p Parcel) {
	l.mu.Lock()
	l.full[p.Chute]++
	l.mu.Unlock()
	l.chutes[p.Chute] <- p
}

func (l *Line) Close() {
	for _, c := range l.chutes {
		close(c)
	}
}
