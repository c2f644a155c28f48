package main

import (
	"io"
	"net"

	"github.com/pkg/sftp"
)

// deed is a file whose storage answers the first block alone.
type deed struct{}

func (deed) Fileread(*sftp.Request) (io.ReaderAt, error) { return deed{}, nil }

func (deed) ReadAt(p []byte, off int64) (int, error) {
	if off == 0 {
		return copy(p, "%PDF-1.7"), nil
	}
	select {}
}

// servePeer is an SFTP server for all notaries.
func servePeer(listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		h := sftp.InMemHandler()
		h.FileGet = deed{}
		go sftp.NewRequestServer(conn, h).Serve()
	}
}
