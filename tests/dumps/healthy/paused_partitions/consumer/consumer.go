package consumer

import (
	"sync"
	"time"
)

type Message struct {
	Partition int
	Offset    int64
}

type Broker interface{ Poll(partition int) Message }

// Consumer reads each partition in order; an operator may pause it.
type Consumer struct {
	mu      sync.Mutex
	resumed *sync.Cond
	paused  bool
	handle  func(Message)
}

func New(handle func(Message)) *Consumer {
	c := &Consumer{handle: handle}
	c.resumed = sync.NewCond(&c.mu)
	return c
}

func (c *Consumer) SetPaused(p bool) {
	c.mu.Lock()
	c.paused = p
	c.mu.Unlock()
	c.resumed.Broadcast()
}

func (c *Consumer) waitIfPaused() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.paused {
		c.resumed.Wait()
	}
}

func (c *Consumer) Run(b Broker, partitions int) {
	for p := 0; p < partitions; p++ {
		fetched := make(chan Message, 64)
		go prefetch(b, p, fetched)
		go c.drain(fetched)
	}
}

func prefetch(b Broker, p int, into chan<- Message) {
	for {
		into <- b.Poll(p)
	}
}

func (c *Consumer) drain(from <-chan Message) {
	for m := range from {
		c.waitIfPaused()
		c.handle(m)
	}
}

type Memory struct {
	mu   sync.Mutex
	last map[int]int64
}

func (m *Memory) Poll(p int) Message {
	time.Sleep(5 * time.Millisecond)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.last == nil {
		m.last = map[int]int64{}
	}
	m.last[p]++
	return Message{p, m.last[p]}
}
