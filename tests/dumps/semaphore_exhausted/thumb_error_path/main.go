package main

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"net/http"
	"os"
	"time"

	"github.com/snapbook/thumbs/internal/ops"
	"golang.org/x/sync/semaphore"
)

type limiter interface {
	Acquire(context.Context, int64) error
	Release(int64)
}

type thumbs struct {
	memory limiter
	unit   int64
}

func (t *thumbs) weight(kb int) int64 { return int64(kb)/t.unit + 1 }

func (t *thumbs) make(ctx context.Context, data []byte, kb int) (image.Image, error) {
	need := t.weight(kb)
	if err := t.memory.Acquire(ctx, need); err != nil {
		return nil, err
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, errors.Join(errors.New("thumbnail"), err)
	}
	time.Sleep(5 * time.Millisecond)
	t.memory.Release(need)
	return img, nil
}

func main() {
	t := &thumbs{memory: semaphore.NewWeighted(16), unit: 512}
	mux := http.NewServeMux()
	mux.HandleFunc("/thumb", func(w http.ResponseWriter, r *http.Request) {
		if _, err := t.make(context.WithoutCancel(r.Context()), []byte("GIF89a"), 900); err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		}
	})
	if len(os.Args) == 1 {
		ops.Start(mux)
		ops.Wait()
	}
}
