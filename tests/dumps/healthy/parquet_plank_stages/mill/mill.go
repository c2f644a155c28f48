// Package mill has the stages that a plank goes through.
package mill

import (
	"crypto/sha1"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Plank struct {
	No    int
	Grain [20]byte
}

type Mill struct {
	Sawn, Planed, Oiled chan Plank

	dried int64
}

func (m *Mill) Saw() {
	defer close(m.Sawn)
	for i := 0; ; i++ {
		m.Sawn <- Plank{No: i}
	}
}

func (m *Mill) Plane(wg *sync.WaitGroup) {
	defer wg.Done()
	for p := range m.Sawn {
		p.Grain = sha1.Sum([]byte(fmt.Sprint(p.No)))
		m.Planed <- p
	}
}

func (m *Mill) Oil() {
	for p := range m.Planed {
		m.Oiled <- p
	}
	close(m.Oiled)
}

// Dry is the slow end: the kiln takes one plank in 0.4 s.
func (m *Mill) Dry() {
	for range m.Oiled {
		time.Sleep(400 * time.Millisecond)
		atomic.AddInt64(&m.dried, 1)
	}
}

func (m *Mill) Count() int64 { return atomic.LoadInt64(&m.dried) }
