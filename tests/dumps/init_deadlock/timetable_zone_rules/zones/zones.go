// Package zones knows which fares apply where.
package zones

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type Zone struct {
	Name string
	Fare int
}

type loader struct {
	names []string
	out   chan Zone
	ready chan struct{}
	wg    sync.WaitGroup
}

func (l *loader) parse(name string) {
	defer l.wg.Done()
	<-l.ready
	l.out <- Zone{Name: name, Fare: 100 + 10*len(name)}
}

var stop = make(chan os.Signal, 1)

// Rules has all zones.
var Rules = load([]string{"centre", "harbour", "hills"})

func load(names []string) map[string]Zone {
	signal.Notify(stop, syscall.SIGHUP)
	l := &loader{names: names, out: make(chan Zone, len(names)), ready: make(chan struct{})}
	l.wg.Add(len(names))
	for _, n := range names {
		go l.parse(n)
	}
	l.wg.Wait()
	close(l.ready)
	close(l.out)
	rules := map[string]Zone{}
	for z := range l.out {
		rules[z.Name] = z
	}
	return rules
}
