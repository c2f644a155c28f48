package spool

import (
	"container/heap"
	"sync"
)

type Message struct {
	To       string
	Priority int
}

type byPriority []Message

func (q byPriority) Len() int           { return len(q) }
func (q byPriority) Less(i, j int) bool { return q[i].Priority > q[j].Priority }
func (q byPriority) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *byPriority) Push(x any)        { *q = append(*q, x.(Message)) }
func (q *byPriority) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

type Spool struct {
	lock    sync.Mutex
	arrived *sync.Cond
	queue   byPriority
	closed  bool
}

func New() *Spool {
	s := &Spool{}
	s.arrived = sync.NewCond(&s.lock)
	return s
}

func (s *Spool) Add(m Message) {
	s.lock.Lock()
	heap.Push(&s.queue, m)
	s.lock.Unlock()
	s.arrived.Signal()
}

func (s *Spool) Next() (Message, bool) {
	s.lock.Lock()
	defer s.lock.Unlock()
	for s.queue.Len() == 0 && !s.closed {
		s.arrived.Wait()
	}
	if s.queue.Len() == 0 {
		return Message{}, false
	}
	return heap.Pop(&s.queue).(Message), true
}

func (s *Spool) Close() {
	s.lock.Lock()
	s.closed = true
	s.lock.Unlock()
	s.arrived.Broadcast()
}
