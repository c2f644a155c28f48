package bus

import "sync"

type Handler func(msg string) error

// Consumer runs a handler on several goroutines until it is stopped.
type Consumer struct {
	in      chan string
	quit    chan struct{}
	once    sync.Once
	running sync.WaitGroup
	OnError func(error)
}

func Consume(parallel int, h Handler) *Consumer {
	c := &Consumer{in: make(chan string), quit: make(chan struct{})}
	c.running.Add(parallel)
	for i := 0; i < parallel; i++ {
		go c.worker(h)
	}
	return c
}

func (c *Consumer) worker(h Handler) {
	defer c.running.Done()
	for {
		select {
		case msg := <-c.in:
			if err := h(msg); err != nil && c.OnError != nil {
				c.OnError(err)
			}
		case <-c.quit:
			return
		}
	}
}

func (c *Consumer) Submit(msg string) bool {
	select {
	case c.in <- msg:
		return true
	case <-c.quit:
		return false
	}
}

// Stop returns when no handler runs any more.
func (c *Consumer) Stop() {
	c.once.Do(func() { close(c.quit) })
	c.running.Wait()
}
