// Package line is a sorting line: feeders, readers and stackers.
package line

import (
	"context"
	"strings"
	"sync"
)

// Letter is one.
type Letter struct {
	Address string
	Code    string
}

// Line has three stages of workers that live as long as the process.
type Line struct {
	in    chan Letter
	read  chan Letter
	bins  chan Letter
	wg    sync.WaitGroup
	mu    sync.Mutex
	stock map[string]int
}

// New starts a line with so many workers for each stage.
func New(ctx context.Context, readers, coders, stackers int) *Line {
	l := &Line{in: make(chan Letter, 8), read: make(chan Letter, 8), bins: make(chan Letter, 8), stock: map[string]int{}}
	for i := 0; i < readers; i++ {
		l.wg.Add(1)
		go l.reader()
	}
	for i := 0; i < coders; i++ {
		l.wg.Add(1)
		go l.coder(ctx)
	}
	for i := 0; i < stackers; i++ {
		l.wg.Add(1)
		go l.stacker()
	}
	return l
}

func (l *Line) reader() {
	defer l.wg.Done()
	for letter := range l.in {
		letter.Address = strings.ToUpper(letter.Address)
		l.read <- letter
	}
}

func (l *Line) coder(ctx context.Context) {
	defer l.wg.Done()
	for {
		select {
		case letter := <-l.read:
			letter.Code = letter.Address[:1]
			l.bins <- letter
		case <-ctx.Done():
			return
		}
	}
}

func (l *Line) stacker() {
	defer l.wg.Done()
	for letter := range l.bins {
		l.mu.Lock()
		l.stock[letter.Code]++
		l.mu.Unlock()
	}
}

// Feed puts a letter on the line.
func (l *Line) Feed(address string) { l.in <- Letter{Address: address} }

// Stock is what lies in a bin.
func (l *Line) Stock(code string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.stock[code]
}
