package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"
	"sync"
)

type latch struct {
	wg    sync.WaitGroup
	lines []string
}

type stage struct {
	name string
	in   chan string
	out  chan string
}

func (s stage) work(l latch, f func(string) string) {
	for line := range s.in {
		s.out <- f(line)
	}
	done(l)
}

func done(l latch) { l.wg.Done() }

func (s stage) run(f func(string) string, lines []string) []string {
	var l latch
	l.lines = lines
	l.wg.Add(4)
	for i := 0; i < 4; i++ {
		go s.work(l, f)
	}
	for _, one := range lines {
		s.in <- one
	}
	close(s.in)
	l.wg.Wait()
	close(s.out)
	var all []string
	for one := range s.out {
		all = append(all, one)
	}
	return all
}

func upload(w http.ResponseWriter, r *http.Request) {
	s := stage{"upper", make(chan string), make(chan string, 64)}
	for _, l := range s.run(strings.ToUpper, []string{"a", "b", "c"}) {
		w.Write([]byte(l + "\n"))
	}
}

func main() {
	http.HandleFunc("/upload", upload)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
