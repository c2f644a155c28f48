package main

import "context"

// slots bounds how many conversions run at once.
type slots chan struct{}

func newSlots(n int) slots { return make(slots, n) }

func (s slots) take()    { s <- struct{}{} }
func (s slots) put()     { <-s }
func (s slots) inUse() int { return len(s) }

type conversion struct {
	ctx  context.Context
	path string
	size int
}
