package feed

import "testing"

func TestFollow(t *testing.T) {
	f := Start()
	defer f.Close()
	prices := f.Follow("figs")
	f.Set(Price{"figs", 320})
	if p := <-prices; p.Cents != 320 {
		t.Fatalf("got %d", p.Cents)
	}
}

func TestStalls(t *testing.T) {
	for _, stall := range []string{"figs", "dates", "olives"} {
		t.Run(stall, func(t *testing.T) {
			f := Start()
			t.Cleanup(f.Close)
			prices := f.Follow(stall)
			for cents := 100; cents < 104; cents++ {
				f.Set(Price{stall, cents})
			}
			if p := <-prices; p.Cents != 100 {
				t.Fatalf("got %d", p.Cents)
			}
		})
	}
}
