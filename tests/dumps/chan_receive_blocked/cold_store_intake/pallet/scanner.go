package pallet

import (
	"errors"
	"strings"
	"sync/atomic"
)

type Progress struct {
	Pallet  string
	Percent int
}

var ErrTooWarm = errors.New("pallet is too warm")

type Scanner struct {
	scanned int64
	alarms  chan string
}

func NewScanner() *Scanner {
	s := &Scanner{alarms: make(chan string, 16)}
	go s.ring()
	return s
}

func (s *Scanner) ring() {
	for pallet := range s.alarms {
		if strings.HasPrefix(pallet, "vaccine") {
			atomic.AddInt64(&s.scanned, -1)
		}
	}
}

// Scan reads the crates of a pallet and reports its progress; it closes the channel when it is done.
func (s *Scanner) Scan(pallet string, progress chan<- Progress) (int, error) {
	crates := 0
	for i := 0; i < 20; i++ {
		progress <- Progress{pallet, i * 5}
		if i == 12 && strings.HasSuffix(pallet, "w") {
			select {
			case s.alarms <- pallet:
			default:
			}
			return crates, ErrTooWarm
		}
		crates += 6
	}
	close(progress)
	atomic.AddInt64(&s.scanned, 1)
	return crates, nil
}
