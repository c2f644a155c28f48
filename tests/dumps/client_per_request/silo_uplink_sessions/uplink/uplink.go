// Package uplink sends reports of silos to the cooperative.
package uplink

import (
	"fmt"
	"io"
	"net"

	"github.com/hashicorp/yamux"
)

type Uplink struct{ Addr string }

func (u *Uplink) session() (*yamux.Session, error) {
	c, err := net.Dial("tcp", u.Addr)
	if err != nil {
		return nil, err
	}
	return yamux.Client(c, nil)
}

// Report sends a level and reads the receipt.
func (u *Uplink) Report(silo string, level int) (string, error) {
	s, err := u.session()
	if err != nil {
		return "", err
	}
	stream, err := s.Open()
	if err != nil {
		return "", err
	}
	defer stream.Close()
	if _, err := fmt.Fprintf(stream, "%s %3d\n", silo, level); err != nil {
		return "", err
	}
	receipt := make([]byte, 2)
	_, err = io.ReadFull(stream, receipt)
	return string(receipt), err
}
