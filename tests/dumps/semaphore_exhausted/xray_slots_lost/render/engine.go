// Package render makes previews; each takes memory, so only some may be made at a time.
package render

import (
	"context"
	"fmt"
	"math"

	"golang.org/x/sync/semaphore"
)

type Source interface {
	Study(ctx context.Context, id string) ([]byte, error)
}

type Engine struct {
	src   Source
	slots *semaphore.Weighted
}

func NewEngine(src Source, width int64) *Engine {
	return &Engine{src: src, slots: semaphore.NewWeighted(width)}
}

func (e *Engine) Preview(ctx context.Context, id string) ([]byte, error) {
	if err := e.slots.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	raw, err := e.src.Study(ctx, id)
	if err != nil {
		return nil, err
	}
	img := window(raw, 256)
	e.slots.Release(1)
	return img, nil
}

func window(raw []byte, edge int) []byte {
	img := []byte(fmt.Sprintf("P5 %d %d 255\n", edge, edge))
	for y := 0; y < edge; y++ {
		for x := 0; x < edge; x++ {
			v := math.Hypot(float64(x-edge/2), float64(y-edge/2)) * float64(raw[(x+y)%len(raw)])
			img = append(img, byte(v))
		}
	}
	return img
}
