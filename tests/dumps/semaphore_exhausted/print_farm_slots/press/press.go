package press

import (
	"context"
	"errors"
	"hash/crc32"
	"time"

	"polychrome.dev/printfarm/limit"
)

type Sheet struct {
	Job   int
	Bytes []byte
}

type Proof struct{ Sum uint32 }

type Ripper struct{ slots limit.Slots }

func NewRipper(n int) *Ripper { return &Ripper{slots: limit.N(n)} }

var errFont = errors.New("press: font not embedded")

func (r *Ripper) Rip(ctx context.Context, s Sheet) (Proof, error) {
	return limit.Do(ctx, r.slots, func(ctx context.Context) (Proof, error) {
		time.Sleep(4 * time.Millisecond)
		if s.Job%3 == 2 {
			return Proof{}, errFont
		}
		return Proof{crc32.ChecksumIEEE(s.Bytes)}, nil
	})
}

func (r *Ripper) Load() int { return r.slots.InUse() }
