package lease

import (
	"context"
	"strconv"
	"sync"
)

type Lease struct {
	ID     string
	tenant string
}

type Manager struct {
	mu   sync.Mutex
	next int
	held map[string]*Lease
	gate chan struct{}
}

func NewManager() *Manager {
	return &Manager{held: map[string]*Lease{}, gate: make(chan struct{})}
}

// Acquire leases a tenant until ctx is done.
func (m *Manager) Acquire(ctx context.Context, tenant string) *Lease {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next++
	l := &Lease{ID: strconv.Itoa(m.next), tenant: tenant}
	m.held[l.ID] = l
	ctx, stop := context.WithCancel(ctx)
	_ = stop
	go func() {
		<-ctx.Done()
		m.release(l)
	}()
	return l
}

func (m *Manager) release(l *Lease) {
	m.mu.Lock()
	delete(m.held, l.ID)
	m.mu.Unlock()
}
