package table

import (
	"sync"
	"sync/atomic"
	"time"
)

// crew is who works on one order.
type crew struct {
	wg   sync.WaitGroup
	done int64
}

// trimmer takes the edges off, and keeps its crew.
type trimmer struct {
	crew
	each time.Duration
}

func (t *trimmer) send() { go t.trim() }

func (t *trimmer) trim() {
	defer t.wg.Done()
	t.edge()
	atomic.AddInt64(&t.done, 1)
}

func (t *trimmer) edge() { time.Sleep(t.each) }

// Trim returns when the edges of all squares are off.
func (h *Hall) Trim(squares int) int64 {
	t := &trimmer{each: 12 * time.Second}
	for i := 0; i < squares; i++ {
		t.wg.Add(1)
		t.send()
	}
	t.wg.Wait()
	return t.done
}
