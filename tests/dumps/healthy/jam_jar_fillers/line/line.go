// Package line is the filling line: jars go over the first belt to the fillers, filled over the
// second one to the labeller.
package line

import (
	"bytes"
	"compress/flate"
	"sync"
	"time"
)

type Jar struct {
	Batch string
	Fruit []byte
}

type Line struct {
	empty   chan Jar
	filled  chan Jar
	fillers sync.WaitGroup

	mu    sync.Mutex
	jars  int
	grams int
}

func New(fillers int) *Line {
	l := &Line{empty: make(chan Jar, 16), filled: make(chan Jar, 16)}
	l.fillers.Add(fillers)
	for i := 0; i < fillers; i++ {
		go l.fill()
	}
	go l.label()
	go l.sweep()
	return l
}

func (l *Line) Put(j Jar) { l.empty <- j }

func (l *Line) Tally() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.jars
}

func (l *Line) fill() {
	defer l.fillers.Done()
	for j := range l.empty {
		var boiled bytes.Buffer
		zw, _ := flate.NewWriter(&boiled, 1)
		zw.Write(j.Fruit)
		zw.Close()
		time.Sleep(15 * time.Millisecond)
		j.Fruit = boiled.Bytes()
		l.filled <- j
	}
}

// sweep closes the second belt when all fillers have gone home.
func (l *Line) sweep() {
	l.fillers.Wait()
	close(l.filled)
}

func (l *Line) label() {
	for j := range l.filled {
		l.mu.Lock()
		l.jars++
		l.grams += len(j.Fruit)
		l.mu.Unlock()
		time.Sleep(2 * time.Millisecond)
	}
}
