// Package render draws pages.
package render

import (
	"crypto/sha256"
	"time"
)

type Studio struct{ crew *crew }

func NewStudio(size, backlog int) *Studio { return &Studio{newCrew(size, backlog)} }

func draw(page int) {
	picture := make([]byte, 32<<10)
	for i := 0; i < 3; i++ {
		sum := sha256.Sum256(picture)
		copy(picture[page:], sum[:])
	}
	time.Sleep(4 * time.Millisecond) // the store of the pictures
}

// Page draws one page and waits for it.
func (s *Studio) Page(page int) {
	done := make(chan struct{})
	s.crew.submit(func() {
		defer close(done)
		draw(page)
	})
	<-done
}

// Album draws all pages and waits for them.
func (s *Studio) Album(pages int) {
	ready := make(chan int, pages)
	for i := 0; i < pages; i++ {
		i := i
		s.crew.submit(func() {
			draw(i)
			ready <- i
		})
	}
	for i := 0; i < pages; i++ {
		<-ready
	}
}
