// Package archive walks the prefixes of the object store that keeps the images.
package archive

import (
	"context"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// Bucket lists one level below a prefix.
type Bucket struct {
	Depth, Fanout int
	calls         int64
}

func (b *Bucket) List(ctx context.Context, prefix string) (dirs []string, objects int, err error) {
	atomic.AddInt64(&b.calls, 1)
	select {
	case <-time.After(3 * time.Millisecond):
	case <-ctx.Done():
		return nil, 0, ctx.Err()
	}
	if strings.Count(prefix, "/") >= b.Depth {
		return nil, 12, nil
	}
	for i := 0; i < b.Fanout; i++ {
		dirs = append(dirs, prefix+string(rune('a'+i))+"/")
	}
	return dirs, 1, nil
}

type walker struct {
	bucket *Bucket
	group  *errgroup.Group
	total  int64
}

// Count walks a study's prefix with at most limit listings at a time.
func Count(ctx context.Context, b *Bucket, study string, limit int) (int64, error) {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(limit)
	w := &walker{bucket: b, group: group}
	group.Go(func() error { return w.visit(ctx, study+"/") })
	err := group.Wait()
	return w.total, err
}

func (w *walker) visit(ctx context.Context, prefix string) error {
	dirs, objects, err := w.bucket.List(ctx, prefix)
	if err != nil {
		return err
	}
	atomic.AddInt64(&w.total, int64(objects))
	for _, d := range dirs {
		d := d
		w.group.Go(func() error { return w.visit(ctx, d) })
	}
	return nil
}
