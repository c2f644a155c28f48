package tally

import "sync"

type wardCount struct {
	votes map[string]int
}

type Board struct {
	lock  sync.Mutex
	wards []wardCount
	total int
}

func NewBoard(n int) *Board {
	b := &Board{wards: make([]wardCount, n)}
	for i := range b.wards[:n-1] {
		b.wards[i].votes = map[string]int{}
	}
	return b
}

func (b *Board) Count(ward int, list string) {
	b.lock.Lock()
	b.total++
	b.wards[ward].votes[list]++
	b.lock.Unlock()
}

func (b *Board) Standings() map[string]int {
	b.lock.Lock()
	sum := make(map[string]int, 8)
	for _, w := range b.wards {
		for list, n := range w.votes {
			sum[list] += n
		}
	}
	b.lock.Unlock()
	return sum
}
