package fsm

type State int

const (
	Closed State = iota
	Open
	Fault
)

// Machine is a state machine; New makes one that runs.
type Machine struct {
	state  State
	events chan State
	hooks  []func(from, to State)
}

func New(s State) *Machine {
	m := &Machine{events: make(chan State, 4)}
	m.Configure(s)
	return m
}

func (m *Machine) Configure(s State) {
	m.state = s
	go m.run()
}

func (m *Machine) run() {
	for next := range m.events {
		for _, h := range m.hooks {
			h(m.state, next)
		}
		m.state = next
	}
}

func (m *Machine) Fire(s State) { m.events <- s }
