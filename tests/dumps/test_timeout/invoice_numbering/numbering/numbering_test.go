package numbering

import (
	"fmt"
	"sync"
	"testing"
)

func TestNumbers(t *testing.T) {
	for _, year := range []int{2023, 2024, 2025} {
		year := year
		t.Run(fmt.Sprint(year), func(t *testing.T) {
			t.Parallel()
			s := New(year * 10)
			t.Cleanup(s.Close)
			for _, c := range []string{"gapless", "returned", "closed"} {
				c := c
				t.Run(c, func(t *testing.T) {
					t.Parallel()
					check(t, s, c)
				})
			}
		})
	}
}

func check(t *testing.T, s *Sequence, c string) {
	t.Helper()
	switch c {
	case "gapless":
		var wg sync.WaitGroup
		for i := 0; i < 8; i++ {
			wg.Add(1)
			go func() { defer wg.Done(); s.Next() }()
		}
		wg.Wait()
	case "returned":
		s.Next()
		s.Return(20230)
	case "closed":
		gone := New(1)
		gone.Close()
		if got := gone.Next(); got != "" {
			t.Errorf("a closed sequence gave %s", got)
		}
	}
}

func TestFormat(t *testing.T) {
	s := New(7)
	defer s.Close()
	if got := s.Next(); got != "INV-00007" {
		t.Fatal(got)
	}
}
