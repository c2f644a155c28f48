package audit

import (
	"sync"
	"time"
)

// Source is asked for the balance that goes beside a line.
type Source interface{ Balance(sku string) int }

type Trail struct {
	mu     sync.Mutex
	lines  []string
	Source Source
}

func (t *Trail) Append(line string) {
	t.mu.Lock()
	t.lines = append(t.lines, line)
	t.mu.Unlock()
}

// Snapshot adds the balances of all SKUs to the trail.
func (t *Trail) Snapshot(skus ...string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	sum := 0
	for _, sku := range skus {
		time.Sleep(20 * time.Millisecond)
		sum += t.Source.Balance(sku)
	}
	return sum
}
