package gates

import (
	"testing"
	"time"
)

// opened lets the vehicles of a moment through.
func opened(t *testing.T, g *Gate, vehicles int) {
	t.Helper()
	for i := 0; i < vehicles; i++ {
		if e := <-g.Events(); e.Lane > 2 {
			t.Fatalf("lane %d", e.Lane)
		}
	}
}

func TestOpens(t *testing.T) {
	for _, name := range []string{"one lane", "three lanes"} {
		t.Run(name, func(t *testing.T) {
			g := New(len(name)/4 - 1)
			defer g.Close()
			opened(t, g, 4)
			time.Sleep(30 * time.Millisecond) // the last one drives on
		})
	}
}

func TestNothing(t *testing.T) {
	New(0).Close()
}
