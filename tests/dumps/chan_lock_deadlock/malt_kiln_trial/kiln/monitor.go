// Package kiln follows the sensors of a malt kiln.
package kiln

// Reading is what a sensor tells.
type Reading struct {
	Batch   string
	Celsius int
}

// Monitor hands readings to its listeners, one after the other.
type Monitor struct {
	listeners []func(Reading)
	readings  chan Reading
}

func NewMonitor() *Monitor { return &Monitor{readings: make(chan Reading)} }

// Listen has to come before Run.
func (m *Monitor) Listen(f func(Reading)) { m.listeners = append(m.listeners, f) }

// Measure gives a reading to the monitor.
func (m *Monitor) Measure(r Reading) { m.readings <- r }

// Run ends with its channel.
func (m *Monitor) Run(off <-chan struct{}) {
	for {
		select {
		case r := <-m.readings:
			m.tell(r)
		case <-off:
			return
		}
	}
}

func (m *Monitor) tell(r Reading) {
	for _, f := range m.listeners {
		f(r)
	}
}
