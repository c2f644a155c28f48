package feed

import (
	"encoding/json"
	"fmt"
	"io"
	"sync"
)

type state struct {
	Seats map[string]int `json:"seats"`
	Epoch int64          `json:"epoch"`
}

type Feed struct {
	mu  sync.RWMutex
	cur state
}

func New() *Feed { return &Feed{cur: state{Seats: map[string]int{}}} }

func (f *Feed) Listen(line int) {
	for i := 0; ; i++ {
		f.update(fmt.Sprintf("%d-%d", line, i%500), i%60)
	}
}

func (f *Feed) update(bus string, seats int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.cur.Seats[bus] = seats
	f.cur.Epoch++
}

// snapshot is a copy of what is known now.
func (f *Feed) snapshot() state {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.cur
}

func (f *Feed) Publish() {
	for {
		if err := json.NewEncoder(io.Discard).Encode(f.snapshot()); err != nil {
			panic(err)
		}
	}
}
