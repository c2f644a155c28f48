package gates

import "testing"

func TestOpens(t *testing.T) {
	for _, name := range []string{"one lane", "three lanes"} {
		t.Run(name, func(t *testing.T) {
			g := New(len(name)/4 - 1)
			defer g.Close()
			for i := 0; i < 4; i++ {
				if e := <-g.Events(); e.Lane > 2 {
					t.Fatalf("lane %d", e.Lane)
				}
			}
		})
	}
}

func TestNothing(t *testing.T) {
	New(0).Close()
}
