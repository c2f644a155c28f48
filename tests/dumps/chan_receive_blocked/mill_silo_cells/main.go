package main

import (
	"fmt"
	"net/http"
	"time"

	"muehle.de/silo/internal/ops"
)

// loop owns a state; functions that come through the channel run in its goroutine.
type loop struct {
	name string
	jobs chan func()
}

func start(name string) *loop {
	l := &loop{name: name, jobs: make(chan func())}
	go l.run()
	return l
}

func (l *loop) run() {
	for job := range l.jobs {
		job()
	}
}

// call runs f in the loop and waits for it.
func (l *loop) call(f func()) {
	done := make(chan struct{})
	l.jobs <- func() {
		defer close(done)
		f()
	}
	<-done
}

type silo struct {
	*loop
	tons int
	mill *mill
}

type mill struct {
	*loop
	ground int
	silo   *silo
}

// fill takes a delivery in, and slows the mill down while it does.
func (s *silo) fill(tons int) (total int) {
	s.call(func() {
		time.Sleep(4 * time.Millisecond)
		s.mill.pace(tons > 20)
		s.tons += tons
		total = s.tons
	})
	return total
}

func (s *silo) draw(tons int) (got int) {
	s.call(func() {
		got = min(tons, s.tons)
		s.tons -= got
	})
	return got
}

func (m *mill) pace(slow bool) { m.call(func() { m.ground += 0 }) }

// grind takes what the silo has.
func (m *mill) grind(tons int) (flour int) {
	m.call(func() {
		time.Sleep(4 * time.Millisecond)
		flour = m.silo.draw(tons) * 8 / 10
		m.ground += flour
	})
	return flour
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func main() {
	s, m := &silo{loop: start("silo")}, &mill{loop: start("mill")}
	s.mill, m.silo = m, s
	scales := []*loop{start("scale 1"), start("scale 2")}
	mux := http.NewServeMux()
	mux.HandleFunc("/deliver", func(w http.ResponseWriter, r *http.Request) {
		scales[len(r.URL.RawQuery)%2].call(func() {})
		fmt.Fprintln(w, s.fill(24))
	})
	mux.HandleFunc("/grind", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, m.grind(2)) })
	ops.Start(mux)
	ops.Wait()
}
