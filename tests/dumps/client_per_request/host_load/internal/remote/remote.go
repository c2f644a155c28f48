// Package remote runs commands on the shop's machines.
package remote

import "golang.org/x/crypto/ssh"

// Machine is one of them.
type Machine struct{ addr string }

// New returns the machine at addr.
func New(addr string) *Machine { return &Machine{addr} }

// Load returns its load of the last minutes.
func (m *Machine) Load() ([]byte, error) {
	client, err := ssh.Dial("tcp", m.addr, &ssh.ClientConfig{User: "ops",
		HostKeyCallback: ssh.InsecureIgnoreHostKey()})
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
