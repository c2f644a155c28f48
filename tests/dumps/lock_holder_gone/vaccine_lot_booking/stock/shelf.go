package stock

import (
	"errors"
	"strconv"
	"sync"
	"time"
)

var ErrShort = errors.New("not enough doses")

type lot struct {
	doses  int
	number int
}

type Shelf struct {
	mu   sync.Mutex
	lots map[string]*lot
}

func NewShelf(doses map[string]int) *Shelf {
	s := &Shelf{lots: map[string]*lot{}}
	for kind, n := range doses {
		s.lots[kind] = &lot{doses: n, number: 1}
	}
	return s
}

// Book takes doses of a kind and names their lot.
func (s *Shelf) Book(kind string, doses int) (string, error) {
	s.mu.Lock()
	l := s.lots[kind]
	if l == nil {
		l = &lot{number: 1}
		s.lots[kind] = l
	}
	if l.doses < doses {
		return "", ErrShort
	}
	l.doses -= doses
	name := kind + "-" + strconv.Itoa(l.number)
	s.mu.Unlock()
	return name, nil
}

func (s *Shelf) Left(kind string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l := s.lots[kind]; l != nil {
		return l.doses
	}
	return 0
}

// ExpireEvery begins new lots.
func (s *Shelf) ExpireEvery(d time.Duration) {
	for range time.Tick(d) {
		s.mu.Lock()
		for _, l := range s.lots {
			l.number++
		}
		s.mu.Unlock()
	}
}
