package bus

import "sync"

type Handler func(payload string)

// Bus calls the handlers of an event in the order in which they came.
type Bus struct {
	mu       sync.Mutex
	handlers map[string][]Handler
	sent     int
}

func New() *Bus { return &Bus{handlers: map[string][]Handler{}} }

func (b *Bus) On(event string, h Handler) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.handlers[event] = append(b.handlers[event], h)
}

func (b *Bus) Emit(event, payload string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sent++
	for _, h := range b.handlers[event] {
		h(payload)
	}
}
