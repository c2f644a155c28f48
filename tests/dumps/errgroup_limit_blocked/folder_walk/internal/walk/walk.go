// Package walk counts files, a few folders at a time.
package walk

import (
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

type walker struct {
	group errgroup.Group
	files int64
}

// Count returns the number of files below a folder.
func Count(folder string, depth int) (int64, error) {
	w := &walker{}
	w.group.SetLimit(4)
	w.group.Go(func() error { return w.visit(folder, depth) })
	err := w.group.Wait()
	return atomic.LoadInt64(&w.files), err
}

func (w *walker) visit(folder string, depth int) error {
	time.Sleep(2 * time.Millisecond)
	atomic.AddInt64(&w.files, 10)
	if depth == 0 {
		return nil
	}
	for i := 0; i < 3; i++ {
		sub := fmt.Sprintf("%s/%d", folder, i)
		// BUG: a member waits for a slot while it keeps its own
		w.group.Go(func() error { return w.visit(sub, depth-1) })
	}
	return nil
}
