package feed

import "testing"

func TestPrices(t *testing.T) {
	for name, text := range map[string]string{"short": "soil,EUR"} {
		t.Run(name, func(t *testing.T) {
			if got := Prices(text); len(got) != 1 {
				t.Errorf("got %d prices, want 1", len(got))
			}
		})
	}
}
