// Package album renders pictures at the same time.
package album

import (
	"errors"
	"log"
	"strings"
	"sync"
	"time"
)

var errFormat = errors.New("unknown format")

// Album is one upload.
type Album struct {
	name string
	mu   sync.Mutex
	done int
}

func New(name string) *Album { return &Album{name: name} }

// Render returns when all pictures are rendered.
func (a *Album) Render(pictures []string) int {
	var wg sync.WaitGroup
	wg.Add(len(pictures))
	for _, picture := range pictures {
		go a.render(&wg, picture)
	}
	wg.Wait()
	return a.done
}

func (a *Album) render(wg *sync.WaitGroup, picture string) {
	if err := decode(picture); err != nil {
		log.Printf("album %s: %s: %v", a.name, picture, err)
		return // BUG: Done is not called
	}
	time.Sleep(5 * time.Millisecond)
	a.mu.Lock()
	a.done++
	a.mu.Unlock()
	wg.Done()
}

func decode(picture string) error {
	if !strings.HasSuffix(picture, ".jpg") {
		return errFormat
	}
	return nil
}
