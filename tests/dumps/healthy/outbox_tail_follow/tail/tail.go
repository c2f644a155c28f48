// Package tail follows the outbox.
package tail

import (
	"context"
	"sync"
)

// Entry is one message that waits to be sent.
type Entry struct {
	Seq  int64
	Body string
}

// Cursor is somebody's place in the outbox.
type Cursor struct {
	box  *Outbox
	next int64
}

// Outbox keeps what was written, and who reads it.
type Outbox struct {
	mu      sync.Mutex
	entries []Entry
	cursors map[*Cursor]struct{}
}

// Open has no entry.
func Open() *Outbox { return &Outbox{cursors: map[*Cursor]struct{}{}} }

// Append adds an entry.
func (o *Outbox) Append(body string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.entries = append(o.entries, Entry{Seq: int64(len(o.entries)), Body: body})
}

// Cursor begins at the end; it is released when ctx ends.
func (o *Outbox) Cursor(ctx context.Context) *Cursor {
	o.mu.Lock()
	c := &Cursor{box: o, next: int64(len(o.entries))}
	o.cursors[c] = struct{}{}
	o.mu.Unlock()
	go func() {
		<-ctx.Done()
		o.mu.Lock()
		delete(o.cursors, c)
		o.mu.Unlock()
	}()
	return c
}

// Read returns what is new.
func (c *Cursor) Read() []Entry {
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	news := c.box.entries[c.next:]
	c.next = int64(len(c.box.entries))
	return news
}
