// Package relay multiplexes streams of its peers with yamux.
//
// With github.com/libp2p/go-yamux 5.0.1 a session whose peer reads nothing ends:
// https://github.com/libp2p/go-yamux/issues/129 tells of 5.0.0.
package relay

import (
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/libp2p/go-yamux/v5"
)

// Service answers the requests.
type Service struct {
	mu    sync.Mutex
	peers map[string]*yamux.Session
	l     net.Listener
}

// New returns the service.
func New() (*Service, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Service{l: l, peers: map[string]*yamux.Session{}}
	go s.accept()
	return s, nil
}

func (s *Service) accept() {
	cfg := yamux.DefaultConfig()
	cfg.LogOutput = io.Discard
	for {
		c, err := s.l.Accept()
		if err != nil {
			return
		}
		sess, err := yamux.Server(c, cfg, nil)
		if err != nil {
			continue
		}
		s.mu.Lock()
		s.peers[c.RemoteAddr().String()] = sess
		s.mu.Unlock()
	}
}

// Flood is a peer that opens streams, reads nothing and goes away.
func Flood(addr string) error {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	c.(*net.TCPConn).SetReadBuffer(2048)
	buf := make([]byte, 0, 12*4096)
	for i := uint32(0); i < 700000; {
		buf = buf[:0]
		for k := 0; k < 4096; k++ {
			var h [12]byte
			h[1] = 1 // window update
			binary.BigEndian.PutUint16(h[2:], 1)
			binary.BigEndian.PutUint32(h[4:], 2*i+1)
			buf = append(buf, h[:]...)
			i++
		}
		c.SetWriteDeadline(time.Now().Add(2 * time.Second))
		if _, err := c.Write(buf); err != nil {
			break
		}
	}
	c.(*net.TCPConn).SetLinger(0)
	return c.Close()
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/peer/flood", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, Flood(s.l.Addr().String()))
	})
	mux.HandleFunc("/peers/close", func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		var all []*yamux.Session
		for _, p := range s.peers {
			all = append(all, p)
		}
		s.mu.Unlock()
		for _, p := range all {
			log.Println("close:", p.Close())
		}
		fmt.Fprintln(w, len(all))
	})
}
