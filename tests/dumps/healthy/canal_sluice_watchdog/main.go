package main

import (
	"log"
	"os"
	"runtime/pprof"
	"sync"
	"time"
)

type boat struct {
	name   string
	metres int
}

type sluice struct {
	mu     sync.Mutex
	level  float64
	queue  chan boat
	passed int
}

func (s *sluice) keeper() {
	for b := range s.queue {
		time.Sleep(time.Duration(b.metres) * 3 * time.Millisecond)
		s.mu.Lock()
		s.passed++
		s.level += 0.1
		s.mu.Unlock()
	}
}

func (s *sluice) arrive(b boat, home *sync.WaitGroup) {
	defer home.Done()
	s.queue <- b
}

func main() {
	s := &sluice{queue: make(chan boat)}
	for i := 0; i < 2; i++ {
		go s.keeper()
	}
	var home sync.WaitGroup
	for hour := 0; hour < 3; hour++ {
		for i := 0; i < 9; i++ {
			home.Add(1)
			go s.arrive(boat{"narrow", 12 + i}, &home)
		}
		time.Sleep(60 * time.Millisecond)
		log.Printf("sluice: hour %d", hour)
		pprof.Lookup("goroutine").WriteTo(os.Stderr, 2)
		home.Wait()
	}
	close(s.queue)
}
