package ledger

import "testing"

func TestSum(t *testing.T) {
	for _, c := range []struct {
		name     string
		payments []int
		want     int
	}{
		{"none", nil, 0},
		{"two", []int{100, 250}, 350},
		{"compacted", []int{1, 2, 3, 4, 5}, 15},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l Ledger
			for _, p := range c.payments {
				l.Add(p)
			}
			if got := l.Sum(); got != c.want {
				t.Errorf("sum is %d, want %d", got, c.want)
			}
		})
	}
}
