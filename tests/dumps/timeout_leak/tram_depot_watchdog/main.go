package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"runtime/pprof"
	"time"
)

type order struct {
	tram  int
	track string
}

type shunter struct {
	pause time.Duration
}

func (s *shunter) move(o order) error {
	time.Sleep(s.pause)
	if o.tram%5 == 0 {
		return errors.New("track is taken")
	}
	return nil
}

type depot struct {
	shunter *shunter
	limit   time.Duration
	late    int
}

func (d *depot) dispatch(o order) error {
	result := make(chan error)
	go func() { result <- d.shunter.move(o) }()
	timer := time.NewTimer(d.limit)
	defer timer.Stop()
	select {
	case err := <-result:
		return err
	case <-timer.C:
		d.late++
		return fmt.Errorf("tram %d is late", o.tram)
	}
}

// watchdog writes what runs to the log when trams are late too often.
func (d *depot) report(round int) {
	log.Printf("depot: round %d, %d late, stacks follow", round, d.late)
	pprof.Lookup("goroutine").WriteTo(os.Stderr, 2)
	fmt.Fprintln(os.Stderr)
}

func heartbeat(t *time.Ticker) {
	for range t.C {
	}
}

func main() {
	go heartbeat(time.NewTicker(time.Second))
	d := &depot{shunter: &shunter{30 * time.Millisecond}, limit: 10 * time.Millisecond}
	for round := 1; round <= 3; round++ {
		for i := 0; i < 7; i++ {
			if err := d.dispatch(order{tram: i, track: "west"}); err != nil {
				continue
			}
		}
		time.Sleep(400 * time.Millisecond)
		d.report(round)
	}
}
