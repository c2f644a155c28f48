// Package gelf sends log lines to Graylog over TCP.
package gelf

import (
	"encoding/json"
	"net"
	"sync"
)

type Message struct {
	Host  string  `json:"host"`
	Short string  `json:"short_message"`
	Took  float64 `json:"_took"`
}

type Sender struct {
	Addr string

	mu   sync.Mutex
	conn net.Conn
}

func (s *Sender) Send(m Message) error {
	line, err := json.Marshal(m)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.connect(); err != nil {
		return err
	}
	if _, err = s.conn.Write(append(line, 0)); err != nil {
		s.conn.Close()
		s.conn = nil
	}
	return err
}

func (s *Sender) connect() error {
	if s.conn != nil {
		return nil
	}
	c, err := net.Dial("tcp", s.Addr) // BUG: waits for the kernel's time-out, with the lock
	if err != nil {
		return err
	}
	s.conn = c
	return nil
}
