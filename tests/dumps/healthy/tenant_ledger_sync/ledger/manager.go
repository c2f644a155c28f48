// Package ledger imports what the banks of our customers report.
package ledger

import (
	"context"
	"fmt"
	"math/rand"
	"sync"
	"time"
)

// Directory lists the customers.
func Directory(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("customer-%04d", i)
	}
	return all
}

type Manager struct {
	every time.Duration
	mu    sync.Mutex
	loops map[string]*loop
}

type loop struct {
	tenant string
	cancel context.CancelFunc
	gone   chan struct{}
	last   time.Time
}

func NewManager(every time.Duration) *Manager {
	return &Manager{every: every, loops: map[string]*loop{}}
}

// Reconcile starts loops for new customers and stops those of former ones.
func (m *Manager) Reconcile(ctx context.Context, tenants []string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	wanted := map[string]bool{}
	for _, t := range tenants {
		wanted[t] = true
		if m.loops[t] == nil {
			m.loops[t] = m.launch(ctx, t)
		}
	}
	for t, l := range m.loops {
		if !wanted[t] {
			l.cancel()
			<-l.gone
			delete(m.loops, t)
		}
	}
}

func (m *Manager) launch(ctx context.Context, tenant string) *loop {
	ctx, cancel := context.WithCancel(ctx)
	l := &loop{tenant: tenant, cancel: cancel, gone: make(chan struct{})}
	go l.run(ctx, m.every)
	return l
}

func (l *loop) run(ctx context.Context, every time.Duration) {
	defer close(l.gone)
	timer := time.NewTimer(time.Duration(rand.Int63n(int64(every))))
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			l.last = time.Now()
			timer.Reset(every)
		case <-ctx.Done():
			return
		}
	}
}

func (m *Manager) Lag() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return fmt.Sprintf("%d customers", len(m.loops))
}
