// Package bank puts files into the bank's mailbox.
package bank

import (
	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// Box is the mailbox.
type Box struct{ addr string }

// New returns the mailbox at addr.
func New(addr string) *Box { return &Box{addr} }

// Put writes a file for an order.
func (b *Box) Put(order string, text []byte) error {
	conn, err := ssh.Dial("tcp", b.addr, &ssh.ClientConfig{User: "shop",
		HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		return err
	}
	client, err := sftp.NewClient(conn)
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
