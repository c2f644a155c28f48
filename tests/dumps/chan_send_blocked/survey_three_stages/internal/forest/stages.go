// Package forest estimates the timber of a stand, tree by tree, in three stages.
package forest

import (
	"errors"
	"fmt"
	"time"
)

// Tree is one tree that was measured.
type Tree struct {
	Row, No int
	Girth   float64
}

// ErrBeetle ends an estimate: the stand must be felled first.
var ErrBeetle = errors.New("bark beetle")

func rows(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for row := 1; row <= n; row++ {
			out <- row
		}
	}()
	return out
}

func measure(in <-chan int, perRow int) <-chan Tree {
	out := make(chan Tree)
	go func() {
		defer close(out)
		for row := range in {
			for no := 1; no <= perRow; no++ {
				time.Sleep(200 * time.Microsecond)
				out <- Tree{row, no, float64((row*13+no*5)%80) + 2}
			}
		}
	}()
	return out
}

func withBark(in <-chan Tree) <-chan Tree {
	out := make(chan Tree, 2)
	go func() {
		defer close(out)
		for tree := range in {
			tree.Girth *= 1.07
			out <- tree
		}
	}()
	return out
}

// Estimate adds up a stand of rows of perRow trees each.
func Estimate(stand string, count, perRow int) (float64, error) {
	sum := 0.0
	for tree := range withBark(measure(rows(count), perRow)) {
		if tree.Girth < 4 {
			return 0, fmt.Errorf("%s: row %d, tree %d: %w", stand, tree.Row, tree.No, ErrBeetle)
		}
		sum += tree.Girth * tree.Girth
	}
	return sum, nil
}
