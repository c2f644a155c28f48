package main

import (
	"errors"
	"fmt"
	"log"
	"sync"
	"time"
)

type target struct{ host string }

func (t target) probe() (err error) {
	time.Sleep(5 * time.Millisecond)
	if t.host == "10.0.0.7" {
		err = errors.New("refused")
	}
	return
}

type scanner struct {
	pending sync.WaitGroup
	jobs    chan target
	results sync.Map
}

func (s *scanner) finish(t target, err error) {
	s.results.Store(t.host, err)
	s.pending.Done()
}

func (s *scanner) loop() {
	for t := range s.jobs {
		err := t.probe()
		if err != nil {
			s.finish(t, err)
		}
		s.finish(t, nil)
	}
}

func main() {
	s := &scanner{jobs: make(chan target)}
	for i := 0; i < 4; i++ {
		go s.loop()
	}
	for i := 0; i < 8; i++ {
		s.pending.Add(1)
		s.jobs <- target{fmt.Sprintf("10.0.0.%d", i)}
	}
	s.pending.Wait()
	log.Print("scanned")
	select {}
}
