// Package consumer reads lines in the background.
package consumer

import (
	"errors"
	"log"
	"sync"
	"time"
)

var errBroken = errors.New("broken line")

// Consumer handles the lines of one supplier.
type Consumer struct {
	name  string
	lines chan string
	quit  chan struct{}
	once  sync.Once
	wg    sync.WaitGroup
}

func New(name string) *Consumer {
	return &Consumer{name: name, lines: make(chan string, 16), quit: make(chan struct{})}
}

// Start begins to read.
func (c *Consumer) Start() {
	c.wg.Add(2)
	go c.readLines()
	go c.reportLag()
}

// Feed hands over a line.
func (c *Consumer) Feed(line string) { c.lines <- line }

// Stop returns when the goroutines of the consumer have ended.
func (c *Consumer) Stop() {
	c.once.Do(func() { close(c.quit) })
	c.wg.Wait()
}

func (c *Consumer) readLines() {
	defer c.wg.Done()
	for {
		select {
		case line := <-c.lines:
			if err := c.handle(line); err != nil {
				c.fail(err)
				return
			}
		case <-c.quit:
			return
		}
	}
}

func (c *Consumer) fail(err error) {
	log.Printf("consumer %s: %v", c.name, err)
	c.Stop() // BUG: Stop waits for readLines, and that is who calls it
}

func (c *Consumer) handle(line string) error {
	if line == "" {
		return errBroken
	}
	return nil
}

func (c *Consumer) reportLag() {
	defer c.wg.Done()
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			log.Printf("consumer %s: %d lines behind", c.name, len(c.lines))
		case <-c.quit:
			return
		}
	}
}
