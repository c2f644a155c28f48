package digest

import (
	"errors"
	"testing"
)

type broken struct{ name string }

func (b broken) Name() string            { return b.name }
func (b broken) Latest() (string, error) { return "", errors.New("503") }

func TestBuild(t *testing.T) {
	for name, tc := range map[string]struct {
		sources []Source
		want    int
	}{
		"none":      {nil, 0},
		"one":       {[]Source{Static{"stocks", "up"}}, 1},
		"fails too": {[]Source{Static{"stocks", "up"}, broken{"weather"}, Static{"tips", "sleep"}}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := Builder{Sources: tc.sources}
			if got := b.Build(); len(got) != tc.want {
				t.Errorf("%d items, want %d", len(got), tc.want)
			}
		})
	}
}
