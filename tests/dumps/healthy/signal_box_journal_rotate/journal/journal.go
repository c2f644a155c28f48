// Package journal keeps what a signal box does, hour by hour.
package journal

import (
	"fmt"
	"sync"
)

// Store keeps a page.
type Store interface {
	Save(page string) error
}

type page struct {
	lines chan string
	saved chan error
}

// Journal has one page at a time.
type Journal struct {
	mu    sync.Mutex
	store Store
	now   *page
	pages int
}

// Open begins the first page.
func Open(s Store) *Journal {
	j := &Journal{store: s}
	j.now = newPage(s)
	return j
}

func newPage(s Store) *page {
	p := &page{lines: make(chan string, 256), saved: make(chan error, 1)}
	go func() {
		text := ""
		for l := range p.lines {
			text += l + ";"
		}
		p.saved <- s.Save(text)
	}()
	return p
}

// Note writes a line.
func (j *Journal) Note(signal, aspect string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.now.lines <- fmt.Sprint(signal, "=", aspect)
}

// Rotate saves the page and begins the next one; nobody writes meanwhile.
func (j *Journal) Rotate() (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	close(j.now.lines)
	if err := <-j.now.saved; err != nil {
		return j.pages, err
	}
	j.pages++
	j.now = newPage(j.store)
	return j.pages, nil
}
