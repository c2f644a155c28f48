package bom

import (
	"context"
	"fmt"
	"time"
)

// Machine is a catalogue of made-up machines: fan components below each of depth levels.
type Machine struct{ Fan, Depth int }

// Components of p; its length is its level.
func (m Machine) Components(_ context.Context, p PartNo) (map[PartNo]int, error) {
	time.Sleep(time.Millisecond)
	if len(p) > m.Depth {
		return nil, nil
	}
	out := make(map[PartNo]int, m.Fan)
	for i := 0; i < m.Fan; i++ {
		out[PartNo(fmt.Sprintf("%s%c", p, 'A'+i))] = i + 1
	}
	return out, nil
}

// Price of one part.
func (m Machine) Price(_ context.Context, p PartNo) (int64, error) { return int64(len(p)) * 100, nil }
