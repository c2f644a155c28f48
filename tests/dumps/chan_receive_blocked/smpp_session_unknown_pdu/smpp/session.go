// Package smpp speaks as much of the message centre's protocol as a sender needs.
package smpp

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net"
	"sync"
	"time"
)

const (
	submit     = 0x00000004
	enquire    = 0x00000015
	bind       = 0x00000002
	deliver    = 0x00000005
	respond    = 0x80000000
	headerSize = 16
)

type answer struct {
	status uint32
	id     string
}

// Session is one bound connection; many may submit at once, answers come in any order.
type Session struct {
	conn net.Conn

	writing sync.Mutex
	out     *bufio.Writer

	mu      sync.Mutex
	next    uint32
	pending map[uint32]chan answer
	done    chan struct{}
}

// Bind connects and announces the sender.
func Bind(address, user, password string) (*Session, error) {
	conn, err := net.DialTimeout("tcp", address, 3*time.Second)
	if err != nil {
		return nil, err
	}
	s := &Session{conn: conn, out: bufio.NewWriter(conn), pending: make(map[uint32]chan answer), done: make(chan struct{})}
	go s.read()
	if _, err := s.roundTrip(bind, user+"\x00"+password); err != nil {
		conn.Close()
		return nil, err
	}
	go s.keepAlive(15 * time.Second)
	return s, nil
}

// Submit sends one message.
func (s *Session) Submit(to, text string) (string, error) {
	a, err := s.roundTrip(submit, to+"\x00"+text)
	if err != nil {
		return "", err
	}
	if a.status != 0 {
		return "", fmt.Errorf("smpp: status %d", a.status)
	}
	return a.id, nil
}

func (s *Session) register() (uint32, chan answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next++
	ready := make(chan answer, 1)
	s.pending[s.next] = ready
	return s.next, ready
}

func (s *Session) write(command, sequence uint32, body string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	var head [headerSize]byte
	binary.BigEndian.PutUint32(head[:], uint32(headerSize+len(body)))
	binary.BigEndian.PutUint32(head[4:], command)
	binary.BigEndian.PutUint32(head[12:], sequence)
	s.out.Write(head[:])
	s.out.WriteString(body)
	return s.out.Flush()
}

func (s *Session) read() {
	in := bufio.NewReader(s.conn)
	for {
		if err := s.readOne(in); err != nil {
			log.Printf("smpp: %v", err)
			return
		}
	}
}

func (s *Session) readOne(in io.Reader) error {
	var head [headerSize]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return err
	}
	size, command := binary.BigEndian.Uint32(head[:]), binary.BigEndian.Uint32(head[4:])
	if size < headerSize || size > 64<<10 {
		return fmt.Errorf("packet of %d bytes", size)
	}
	body := make([]byte, size-headerSize)
	if _, err := io.ReadFull(in, body); err != nil {
		return err
	}
	sequence := binary.BigEndian.Uint32(head[12:])
	switch {
	case command == deliver:
		return s.write(deliver|respond, sequence, "")
	case command&respond == 0:
		return fmt.Errorf("command %#x is not known", command)
	}
	s.mu.Lock()
	ready := s.pending[sequence]
	delete(s.pending, sequence)
	s.mu.Unlock()
	if ready != nil {
		ready <- answer{binary.BigEndian.Uint32(head[8:]), string(body)}
	}
	return nil
}

func (s *Session) keepAlive(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			if s.write(enquire, 0, "") != nil {
				return
			}
		case <-s.done:
			return
		}
	}
}

// roundTrip sends a packet and waits for the one that answers it.
func (s *Session) roundTrip(command uint32, body string) (answer, error) {
	sequence, ready := s.register()
	if err := s.write(command, sequence, body); err != nil {
		return answer{}, err
	}
	return <-ready, nil
}

func (s *Session) Close() error {
	close(s.done)
	return s.conn.Close()
}
