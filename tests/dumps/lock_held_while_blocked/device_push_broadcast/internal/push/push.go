// Package push posts notifications to the vendor over one HTTP/2 connection.
//
// In golang.org/x/net/http2 of 2019 a request whose write blocks, since the vendor does not read, holds the lock of
// the connection's writes; the next request waits for that lock and holds the connection's own, and all others wait
// for it. https://github.com/golang/go/issues/32388 and https://github.com/golang/go/issues/33425
package push

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"

	"golang.org/x/net/http2"
)

// Service answers the requests.
type Service struct {
	client *http.Client
	url    string
}

// stalled is never received from: the vendor has stopped.
var stalled = make(chan struct{})

// vendor accepts HTTP/2, grants a large window and stops reading.
func vendor(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			io.ReadFull(c, make([]byte, len(http2.ClientPreface)))
			f := http2.NewFramer(c, c)
			f.WriteSettings(http2.Setting{ID: http2.SettingInitialWindowSize, Val: 1 << 30})
			f.WriteWindowUpdate(0, 1<<30)
			for i := 0; i < 3; i++ {
				f.ReadFrame()
			}
			stalled <- struct{}{}
			c.Close()
		}()
	}
}

// New returns the service.
func New() (*Service, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go vendor(l)
	tr := &http2.Transport{AllowHTTP: true, DialTLS: func(network, addr string, _ *tls.Config) (net.Conn, error) {
		return net.Dial(network, addr)
	}}
	return &Service{client: &http.Client{Transport: tr}, url: "http://" + l.Addr().String() + "/3/device"}, nil
}

func (s *Service) push(size int) error {
	req, err := http.NewRequest("POST", s.url, bytes.NewReader(make([]byte, size)))
	if err != nil {
		return err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/notify", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, s.push(512))
	})
	mux.HandleFunc("/broadcast", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, s.push(32<<20))
	})
}
