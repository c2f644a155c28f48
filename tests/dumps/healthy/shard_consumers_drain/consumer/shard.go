// Package consumer reads the waybills of one shard each.
package consumer

import (
	"sync"
	"time"
)

type Shard struct {
	id    int
	bills chan int
	quit  chan struct{}
	wg    sync.WaitGroup
}

func Start(id int) *Shard {
	s := &Shard{id: id, bills: make(chan int), quit: make(chan struct{})}
	s.wg.Add(2)
	go s.weigh()
	go s.weigh()
	go s.run()
	return s
}

func (s *Shard) Quit() { close(s.quit) }

func (s *Shard) run() {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			select {
			case s.bills <- n:
			default:
			}
		case <-s.quit:
			s.stop()
			return
		}
	}
}

// stop waits for the weighings that are under way.
func (s *Shard) stop() {
	close(s.bills)
	s.wg.Wait()
}

func (s *Shard) weigh() {
	defer s.wg.Done()
	for range s.bills {
		time.Sleep(6 * time.Second)
	}
}
