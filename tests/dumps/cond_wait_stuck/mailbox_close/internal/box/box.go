// Package box is a queue of messages with a few readers.
package box

import "sync"

// Box belongs to one chat.
type Box struct {
	id       string
	mu       sync.Mutex
	nonEmpty *sync.Cond
	messages []string
	closed   bool
	read     int
}

// Open starts the readers.
func Open(id string, readers int) *Box {
	b := &Box{id: id}
	b.nonEmpty = sync.NewCond(&b.mu)
	for i := 0; i < readers; i++ {
		go b.deliver()
	}
	return b
}

// Put adds a message.
func (b *Box) Put(message string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.messages = append(b.messages, message)
	b.nonEmpty.Signal()
}

// Close lets the readers end.
func (b *Box) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	b.nonEmpty.Signal() // BUG: one of three readers wakes up
}

func (b *Box) next() (string, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.messages) == 0 && !b.closed {
		b.nonEmpty.Wait()
	}
	if len(b.messages) == 0 {
		return "", false
	}
	m := b.messages[0]
	b.messages = b.messages[1:]
	return m, true
}

func (b *Box) deliver() {
	for {
		if _, ok := b.next(); !ok {
			return
		}
		b.mu.Lock()
		b.read++
		b.mu.Unlock()
	}
}
