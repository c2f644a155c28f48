package watch

import "sync"

type Sub[T any] struct {
	v  *Value[T]
	ch chan T
}

func (s *Sub[T]) Updates() <-chan T { return s.ch }
func (s *Sub[T]) Close()            { s.v.drop(s) }

type Value[T any] struct {
	mu   sync.Mutex
	cur  T
	subs map[*Sub[T]]struct{}
}

func New[T any](first T) *Value[T] {
	return &Value[T]{cur: first, subs: make(map[*Sub[T]]struct{})}
}

func (v *Value[T]) Watch() *Sub[T] {
	v.mu.Lock()
	defer v.mu.Unlock()
	s := &Sub[T]{v, make(chan T, 1)}
	s.ch <- v.cur
	v.subs[s] = struct{}{}
	return s
}

func (v *Value[T]) drop(s *Sub[T]) {
	v.mu.Lock()
	delete(v.subs, s)
	v.mu.Unlock()
}

func (v *Value[T]) Set(t T) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.cur = t
	for s := range v.subs {
		select {
		case <-s.ch:
		default:
		}
		s.ch <- t
	}
}

func (v *Value[T]) Close() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for s := range v.subs {
		close(s.ch)
	}
}
