// Package tiles knows where the tiles are.
package tiles

import (
	"context"
	"math/rand"
	"time"
)

// Tile is a square of a sheet.
type Tile struct{ Sheet, Column int }

// Fetch loads one tile.
func Fetch(ctx context.Context, t Tile) error {
	timer := time.NewTimer(time.Duration(30+rand.Intn(120)) * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
