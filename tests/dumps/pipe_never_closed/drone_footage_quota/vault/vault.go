// Package vault stores footage.
package vault

import (
	"errors"
	"io"
	"sync"
)

var ErrFull = errors.New("vault: the pilot's quota is used up")

type Vault struct {
	mu    sync.Mutex
	used  map[string]int64
	quota int64
}

func New(quota int64) *Vault { return &Vault{used: map[string]int64{}, quota: quota} }

func (v *Vault) left(pilot string) int64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.quota - v.used[pilot]
}

// Put stores what r gives for a pilot.
func (v *Vault) Put(pilot string, r io.Reader) (int64, error) {
	left := v.left(pilot)
	if left <= 0 {
		return 0, ErrFull
	}
	n, err := io.Copy(io.Discard, io.LimitReader(r, left))
	v.mu.Lock()
	v.used[pilot] += n
	v.mu.Unlock()
	return n, err
}
