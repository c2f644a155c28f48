// Package rules decides what a seat costs.
package rules

import (
	"sync"
	"time"
)

// Show is what is on.
type Show struct {
	Film   string
	Hall   int
	Start  time.Time
	ThreeD bool
}

// Rule changes a price.
type Rule interface {
	Apply(cents int, s Show) int
}

// Engine has the rules of one cinema.
type Engine struct {
	mu    sync.RWMutex
	base  map[int]int
	rules []Rule
	since time.Time
}

// NewEngine has prices and no rules.
func NewEngine() *Engine { return &Engine{base: map[int]int{1: 1100, 2: 900}, since: time.Now()} }

// Base is the price of a hall.
func (e *Engine) Base(hall int) int {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.base[hall]
}

// Price applies all rules.
func (e *Engine) Price(s Show) int {
	e.mu.RLock()
	defer e.mu.RUnlock()
	cents := e.base[s.Hall]
	for _, r := range e.rules {
		cents = r.Apply(cents, s)
	}
	return cents
}

// Replace puts new rules in force.
func (e *Engine) Replace(rules ...Rule) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.rules, e.since = rules, time.Now()
}

// Cap limits a price by the price of another hall.
type Cap struct {
	Engine  *Engine
	Hall    int
	Percent int
}

// Apply never exceeds the cap.
func (c Cap) Apply(cents int, s Show) int {
	time.Sleep(15 * time.Millisecond) // the loyalty table
	limit := c.Engine.Base(c.Hall) * c.Percent / 100
	if cents > limit {
		return limit
	}
	return cents
}

// Extra is for glasses.
type Extra int

// Apply adds it to films that need them.
func (x Extra) Apply(cents int, s Show) int {
	if s.ThreeD {
		return cents + int(x)
	}
	return cents
}
