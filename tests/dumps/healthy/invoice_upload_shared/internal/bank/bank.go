// Package bank puts files into the bank's mailbox.
package bank

import (
	"sync"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// Box is the mailbox, with its connection.
type Box struct {
	addr   string
	mu     sync.Mutex
	client *sftp.Client
}

// New returns the mailbox at addr.
func New(addr string) *Box { return &Box{addr: addr} }

// Put writes a file for an order.
func (b *Box) Put(order string, text []byte) error {
	client, err := b.connection()
	if err != nil {
		return err
	}
	file, err := client.Create("/" + order + ".txt")
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.Write(text)
	return err
}

func (b *Box) connection() (*sftp.Client, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.client != nil {
		return b.client, nil
	}
	conn, err := ssh.Dial("tcp", b.addr, &ssh.ClientConfig{User: "shop",
		HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		return nil, err
	}
	b.client, err = sftp.NewClient(conn)
	return b.client, err
}
