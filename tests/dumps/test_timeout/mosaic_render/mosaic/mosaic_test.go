package mosaic

import (
	"fmt"
	"testing"
)

func TestTileSizes(t *testing.T) {
	for size := 100; size <= 3200; size += 100 {
		t.Run(fmt.Sprintf("%dpx", size), func(t *testing.T) {
			t.Parallel()
			if Tile(size) == 0 {
				t.Error("no colours")
			}
		})
	}
}

func TestEmpty(t *testing.T) {
	t.Parallel()
	if Tile(0) != 0 {
		t.Error("colours of nothing")
	}
}
