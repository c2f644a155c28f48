package queue

import "sync"

// Manager has the queues of all jobs.
type Manager struct {
	mu   sync.Mutex
	jobs map[string]*broker
	tons map[string]float64
}

// NewManager has none yet.
func NewManager() *Manager {
	return &Manager{jobs: map[string]*broker{}, tons: map[string]float64{}}
}

func (m *Manager) brokerOf(job string) *broker {
	b, ok := m.jobs[job]
	if !ok {
		b = newBroker()
		m.jobs[job] = b
	}
	return b
}

// Follow makes a reader of a job.
func (m *Manager) Follow(job string) *Reader {
	m.mu.Lock()
	defer m.mu.Unlock()
	b := m.brokerOf(job)
	r := &Reader{C: make(chan Event, 2), broker: b}
	b.register <- r
	return r
}

// Weigh tells the followers of a job of a ticket.
func (m *Manager) Weigh(job string, tons float64) {
	m.mu.Lock()
	b := m.brokerOf(job)
	m.mu.Unlock()
	b.events <- Event{Job: job, Tons: tons}
}

// Book adds to a job's sum.
func (m *Manager) Book(e Event) float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tons[e.Job] += e.Tons
	return m.tons[e.Job]
}
