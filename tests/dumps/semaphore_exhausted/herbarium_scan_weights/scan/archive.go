// Package scan keeps the sheets of a herbarium.
package scan

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/sync/semaphore"
)

// Sheet is one dried plant.
type Sheet struct {
	Barcode string
	MB      int64
}

// ErrBarcode means that the label cannot be read.
var ErrBarcode = errors.New("scan: unreadable barcode")

// Archive limits the memory that decoding takes.
type Archive struct {
	memory *semaphore.Weighted
	stored chan Sheet
}

// Open returns an archive that decodes at most mb at once.
func Open(mb int64) *Archive {
	a := &Archive{memory: semaphore.NewWeighted(mb), stored: make(chan Sheet, 256)}
	go a.index()
	return a
}

func (a *Archive) index() {
	byGenus := map[string]int{}
	for s := range a.stored {
		byGenus[strings.SplitN(s.Barcode, "-", 2)[0]]++
	}
}

// Ingest decodes a sheet and stores it.
func (a *Archive) Ingest(ctx context.Context, s Sheet) error {
	if err := a.memory.Acquire(ctx, s.MB); err != nil {
		return fmt.Errorf("%s: %w", s.Barcode, err)
	}
	genus, number, ok := strings.Cut(s.Barcode, "-")
	if !ok || genus == "" || number == "" {
		return fmt.Errorf("%q: %w", s.Barcode, ErrBarcode)
	}
	time.Sleep(5 * time.Millisecond) // decoding
	a.stored <- s
	a.memory.Release(s.MB)
	return nil
}
