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
	defer b.lock.Unlock()
	b.total++
	b.wards[ward].votes[list]++
}

func (b *Board) Standings() map[string]int {
	b.lock.Lock()
	defer b.lock.Unlock()
	sum := make(map[string]int, 8)
	for round := 0; round < 200; round++ {
		for _, w := range b.wards {
			for list, n := range w.votes {
				sum[list] = max(sum[list], n)
			}
		}
	}
	return sum
}
