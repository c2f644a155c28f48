package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
)

type tree interface {
	Children(path string) []string
	Store(ctx context.Context, path string) error
}

type share struct{ width, depth int }

func (s share) Children(path string) (out []string) {
	if strings.Count(path, "/") >= s.depth {
		return nil
	}
	for i := 0; i < s.width; i++ {
		out = append(out, fmt.Sprintf("%s/%d", path, i))
	}
	return out
}

func (s share) Store(ctx context.Context, path string) error {
	select {
	case <-time.After(3 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

type walker struct {
	group *errgroup.Group
	tree  tree
}

func (w *walker) visit(ctx context.Context, path string) error {
	if err := w.tree.Store(ctx, path); err != nil {
		return err
	}
	for _, child := range w.tree.Children(path) {
		w.group.Go(func() error { return w.visit(ctx, child) })
	}
	return nil
}

func backup(ctx context.Context, t tree, root string) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(8)
	w := &walker{group, t}
	group.Go(func() error { return w.visit(ctx, root) })
	return group.Wait()
}

func main() {
	http.HandleFunc("POST /backup", func(w http.ResponseWriter, r *http.Request) {
		if err := backup(r.Context(), share{6, 4}, "vol0"); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
