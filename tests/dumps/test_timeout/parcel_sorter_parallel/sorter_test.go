package sorter

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

func feed(t *testing.T, l *Line, n int) {
	t.Helper()
	for i := 0; i < n; i++ {
		l.Push(Parcel{i, "north"})
	}
}

func collect(t *testing.T, l *Line, max int) func() []Parcel {
	t.Helper()
	var wg sync.WaitGroup
	var got []Parcel
	wg.Add(1)
	go func() {
		defer wg.Done()
		l.Empty("north", max, func(p Parcel) { got = append(got, p) })
	}()
	return func() []Parcel { wg.Wait(); return got }
}

func TestLine(t *testing.T) {
	for _, tc := range []struct {
		name      string
		push, max int
	}{
		{"one", 1, 1}, {"several", 9, 9}, {"more than the chute takes", 12, 10}, {"slow", 3, 3},
	} {
		tc := tc
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l := NewLine("north", "south")
			got := collect(t, l, tc.max)
			if tc.name == "slow" {
				time.Sleep(200 * time.Millisecond)
			}
			feed(t, l, tc.push)
			l.Close()
			if n := len(got()); n != tc.push {
				t.Errorf("%d parcels, want %d", n, tc.push)
			}
		})
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for i := 0; i < 3; i++ {
		if NewLine(fmt.Sprint(i)).chutes[fmt.Sprint(i)] == nil {
			t.Fatal(i)
		}
	}
}
