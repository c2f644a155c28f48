// Package lots keeps the chain of sold lots.
package lots

import (
	"errors"
	"sync"
	"time"
)

var (
	ErrStale  = errors.New("lots: result of a closed round")
	ErrUnpaid = errors.New("lots: the bidder has no deposit")
)

type Result struct {
	Round  int
	Bidder string
	Pence  int64
}

type Book interface {
	Deposit(bidder string) (int64, bool)
}

type Chain struct {
	mu    sync.RWMutex
	round int
	sold  []Result
	book  Book
	head  chan Result
}

func NewChain(book Book) *Chain {
	return &Chain{book: book, round: 1, head: make(chan Result, 32)}
}

func (c *Chain) Head() <-chan Result { return c.head }

// Accept appends the result of a round.
func (c *Chain) Accept(r Result) error {
	c.mu.Lock()
	if r.Round < c.round {
		c.mu.Unlock()
		return ErrStale
	}
	deposit, ok := c.book.Deposit(r.Bidder)
	if !ok || deposit < r.Pence/10 {
		return ErrUnpaid
	}
	c.sold = append(c.sold, r)
	c.round = r.Round + 1
	c.mu.Unlock()
	select {
	case c.head <- r:
	default:
	}
	return nil
}

// Round is the one that is open now.
func (c *Chain) Round() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.round
}

// Recent lists the last n results.
func (c *Chain) Recent(n int) []Result {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if n > len(c.sold) {
		n = len(c.sold)
	}
	return append([]Result(nil), c.sold[len(c.sold)-n:]...)
}

// Clock opens the next round when nobody bids.
func (c *Chain) Clock(every time.Duration) {
	for range time.NewTicker(every).C {
		c.mu.Lock()
		c.round++
		c.mu.Unlock()
	}
}
