// Package remote runs commands on the shop's machines.
package remote

import (
	"sync"

	"golang.org/x/crypto/ssh"
)

// Machine is one of them, with its connection.
type Machine struct {
	addr   string
	mu     sync.Mutex
	client *ssh.Client
}

// New returns the machine at addr.
func New(addr string) *Machine { return &Machine{addr: addr} }

// Load returns its load of the last minutes.
func (m *Machine) Load() ([]byte, error) {
	client, err := m.connection()
	if err != nil {
		return nil, err
	}
	session, err := client.NewSession()
	if err != nil {
		return nil, err
	}
	defer session.Close()
	return session.Output("cut -d' ' -f1-3 /proc/loadavg")
}

func (m *Machine) connection() (*ssh.Client, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.client == nil {
		client, err := ssh.Dial("tcp", m.addr, &ssh.ClientConfig{User: "ops",
			HostKeyCallback: ssh.InsecureIgnoreHostKey()})
		if err != nil {
			return nil, err
		}
		m.client = client
	}
	return m.client, nil
}
