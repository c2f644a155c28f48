// Package queue is an unbounded queue with priorities.
package queue

import (
	"container/heap"
	"sync"
)

type Item struct {
	Prio int
	Lot  string
}

type items []Item

func (s items) Len() int           { return len(s) }
func (s items) Less(i, j int) bool { return s[i].Prio > s[j].Prio }
func (s items) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
func (s *items) Push(x any)        { *s = append(*s, x.(Item)) }
func (s *items) Pop() any {
	old := *s
	x := old[len(old)-1]
	*s = old[:len(old)-1]
	return x
}

type Queue struct {
	sync.Mutex
	nonEmpty sync.Cond
	items    items
	closed   bool
}

func New() *Queue {
	q := &Queue{}
	q.nonEmpty.L = q
	return q
}

func (q *Queue) Put(it Item) {
	q.Lock()
	heap.Push(&q.items, it)
	q.Unlock()
	q.nonEmpty.Signal()
}

func (q *Queue) Take() (Item, bool) {
	q.Lock()
	defer q.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.nonEmpty.Wait()
	}
	if q.closed {
		return Item{}, false
	}
	return heap.Pop(&q.items).(Item), true
}

func (q *Queue) Close() {
	q.Lock()
	q.closed = true
	q.Unlock()
	q.nonEmpty.Broadcast()
}
