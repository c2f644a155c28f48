package main

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/mediport/intake/internal/rows"
)

type store interface {
	Save(ctx context.Context, r rows.Row) error
}

type importer struct {
	store
	jobs chan task
}

type task struct {
	ctx  context.Context
	row  rows.Row
	done *sync.WaitGroup
}

func newImporter(s store, workers int) *importer {
	im := &importer{store: s, jobs: make(chan task, 16)}
	for i := 0; i < workers; i++ {
		go im.work()
	}
	return im
}

func (im *importer) work() {
	for t := range im.jobs {
		if t.row.Blank() {
			continue
		}
		if err := im.Save(t.ctx, t.row); err != nil {
			errorsSeen.Add(1)
		}
		t.done.Done()
	}
}

// Import stores all rows of a batch and returns when the last one is in.
func (im *importer) Import(ctx context.Context, batch []rows.Row) int {
	var done sync.WaitGroup
	done.Add(len(batch))
	for _, r := range batch {
		im.jobs <- task{ctx, r, &done}
	}
	done.Wait()
	return len(batch)
}

type memory struct {
	mu sync.Mutex
	m  map[string]rows.Row
}

func (m *memory) Save(ctx context.Context, r rows.Row) error {
	time.Sleep(time.Millisecond)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.m[strings.ToLower(r.Clinic+r.Visit)] = r
	return nil
}
