// Package lease keeps lockers for those who touch them now and then.
package lease

import (
	"sync"
	"time"
)

type lease struct {
	locker  string
	touched chan struct{}
}

// Book has a watcher for each locker that is taken.
type Book struct {
	mu    sync.Mutex
	keep  time.Duration
	taken map[string]*lease
}

func NewBook(keep time.Duration) *Book { return &Book{keep: keep, taken: map[string]*lease{}} }

// Touch takes a locker, or keeps it for longer.
func (b *Book) Touch(locker string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if l, ok := b.taken[locker]; ok {
		select {
		case l.touched <- struct{}{}:
		default:
		}
		return
	}
	l := &lease{locker, make(chan struct{}, 1)}
	b.taken[locker] = l
	go b.watch(l)
}

// watch opens the locker when nobody has touched it for long.
func (b *Book) watch(l *lease) {
	t := time.NewTimer(b.keep)
	defer t.Stop()
	for {
		select {
		case <-l.touched:
			t.Reset(b.keep)
		case <-t.C:
			b.open(l)
			return
		}
	}
}

func (b *Book) open(l *lease) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.taken, l.locker)
}

// Len is the number of lockers that are taken.
func (b *Book) Len() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.taken)
}
