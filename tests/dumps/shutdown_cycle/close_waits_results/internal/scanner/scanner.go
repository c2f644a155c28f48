// Package scanner scans parts of an upload on a few goroutines.
package scanner

import "sync"

// Scanner is used for one upload.
type Scanner struct {
	parts   chan string
	results chan bool
	wg      sync.WaitGroup
}

// Start makes the workers.
func Start(workers int) *Scanner {
	s := &Scanner{parts: make(chan string, 16), results: make(chan bool, 4)}
	s.wg.Add(workers)
	for i := 0; i < workers; i++ {
		go s.work()
	}
	return s
}

// Submit queues a part.
func (s *Scanner) Submit(part string) { s.parts <- part }

func (s *Scanner) work() {
	defer s.wg.Done()
	for part := range s.parts {
		s.results <- len(part)%2 == 0
	}
}

// Close waits for the workers and counts the bad parts.
func (s *Scanner) Close() int {
	close(s.parts)
	s.wg.Wait() // BUG: the workers wait until somebody reads results, which is done only below
	close(s.results)
	bad := 0
	for r := range s.results {
		if r {
			bad++
		}
	}
	return bad
}
