package press

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// Sheet is one page; its printer waits until it is taken.
type Sheet struct {
	title string
	page  int
	out   chan []byte
}

// Dots waits for the sheet; false when the reader has left.
func (s *Sheet) Dots(ctx context.Context) ([]byte, bool) {
	select {
	case dots := <-s.out:
		return dots, true
	case <-ctx.Done():
		return nil, false
	}
}

func (s *Sheet) print(ctx context.Context) {
	dots := s.emboss()
	select {
	case s.out <- dots:
	case <-ctx.Done():
	}
}

func (s *Sheet) emboss() []byte {
	time.Sleep(2 * time.Millisecond)
	line := fmt.Sprintf("%s %d ", s.title, s.page)
	return []byte(strings.Repeat(line, 24000/len(line)))
}
