// Package bus carries alarms from those who see them to those who act.
package bus

import "sync"

type Alarm struct{ Text string }

type Topic struct {
	name string
	mu   sync.RWMutex
	subs []chan Alarm
}

type Bus struct {
	mu     sync.Mutex
	topics map[string]*Topic
}

func New() *Bus { return &Bus{topics: map[string]*Topic{}} }

func (b *Bus) Topic(name string) *Topic {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.topics[name] == nil {
		b.topics[name] = &Topic{name: name}
	}
	return b.topics[name]
}

func (b *Bus) All(names ...string) []*Topic {
	var all []*Topic
	for _, n := range names {
		all = append(all, b.Topic(n))
	}
	return all
}

func (b *Bus) Names() (names []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for n := range b.topics {
		names = append(names, n)
	}
	return names
}

// Listen calls act for each alarm, one after the other.
func (t *Topic) Listen(act func(topic string, a Alarm)) {
	c := make(chan Alarm, 4)
	t.mu.Lock()
	t.subs = append(t.subs, c)
	t.mu.Unlock()
	go func() {
		for a := range c {
			act(t.name, a)
		}
	}()
}

func (t *Topic) Publish(a Alarm) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	for _, c := range t.subs {
		c <- a
	}
}

func (b *Bus) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, t := range b.topics {
		t.mu.Lock()
		for _, c := range t.subs {
			close(c)
		}
		t.subs = nil
		t.mu.Unlock()
	}
}
