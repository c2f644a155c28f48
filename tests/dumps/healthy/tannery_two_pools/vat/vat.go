// Package vat plans the baths of a batch of hides.
package vat

import "time"

type Runner interface {
	All(fs ...func() error) error
}

type Batch struct {
	Hides []string
	Baths int
}

type Planner struct{ hides, baths Runner }

func NewPlanner(hides, baths Runner) *Planner { return &Planner{hides, baths} }

// Plan looks at each hide, and at each bath of a hide.
func (p *Planner) Plan(b Batch) error {
	var fs []func() error
	for _, h := range b.Hides {
		h := h
		fs = append(fs, func() error { return p.hide(h, b.Baths) })
	}
	return p.hides.All(fs...)
}

func (p *Planner) hide(id string, baths int) error {
	time.Sleep(3 * time.Millisecond)
	var fs []func() error
	for i := 0; i < baths; i++ {
		fs = append(fs, bath)
	}
	return p.baths.All(fs...)
}

func bath() error {
	time.Sleep(60 * time.Millisecond)
	return nil
}
