// Package monitor raises an alarm when a bed's device is silent for too long.
package monitor

import (
	"sync"
	"time"
)

type Handler interface {
	Silent(bed string)
	Back(bed string)
}

type Monitor struct {
	bed     string
	handler Handler

	mu      sync.Mutex
	failing bool
	timeout time.Duration
	resets  chan time.Duration
	stop    chan struct{}
}

func New(bed string, timeout time.Duration, h Handler) *Monitor {
	m := &Monitor{bed: bed, timeout: timeout, handler: h, resets: make(chan time.Duration, 1), stop: make(chan struct{})}
	go m.watch()
	return m
}

// Beat is called for every message of the device.
func (m *Monitor) Beat() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failing {
		m.failing = false
		m.handler.Back(m.bed)
	}
	select {
	case m.resets <- m.timeout:
	default: // one that waits to be seen is enough
	}
}

func (m *Monitor) Failing() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.failing
}

func (m *Monitor) watch() {
	timer := time.NewTimer(m.timeout)
	defer timer.Stop()
	for {
		select {
		case d := <-m.resets:
			if !timer.Stop() {
				select {
				case <-timer.C:
				default:
				}
			}
			timer.Reset(d)
		case <-timer.C:
			m.fail()
			timer.Reset(m.timeout)
		case <-m.stop:
			return
		}
	}
}

func (m *Monitor) fail() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.failing {
		m.failing = true
		m.handler.Silent(m.bed)
	}
}
