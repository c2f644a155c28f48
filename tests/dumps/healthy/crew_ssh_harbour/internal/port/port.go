// Package port is the SSH server.
package port

import (
	"crypto/ed25519"
	"crypto/rand"
	"io"
	"net"

	"golang.org/x/crypto/ssh"
)

// Port serves the crews.
type Port struct {
	config   *ssh.ServerConfig
	listener net.Listener
}

// New returns a port that is open.
func New(addr string) (*Port, error) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		return nil, err
	}
	p := &Port{config: &ssh.ServerConfig{NoClientAuth: true}}
	p.config.AddHostKey(signer)
	if p.listener, err = net.Listen("tcp", addr); err == nil {
		go p.serve()
	}
	return p, err
}

// Addr is the address of the server.
func (p *Port) Addr() string { return p.listener.Addr().String() }

func (p *Port) serve() {
	for {
		conn, err := p.listener.Accept()
		if err != nil {
			return
		}
		go p.greet(conn)
	}
}

func (p *Port) greet(c net.Conn) {
	conn, channels, requests, err := ssh.NewServerConn(c, p.config)
	if err != nil {
		return
	}
	defer conn.Close()
	go ssh.DiscardRequests(requests)
	for wanted := range channels {
		ch, requests, err := wanted.Accept()
		if err != nil {
			return
		}
		go p.session(ch, requests)
	}
}

func (p *Port) session(ch ssh.Channel, requests <-chan *ssh.Request) {
	for r := range requests {
		r.Reply(true, nil)
		if r.Type == "shell" {
			go func() { io.Copy(ch, ch); ch.Close() }()
		}
	}
}
