// Package link speaks the meters' line protocol.
package link

import (
	"bufio"
	"net"
	"strings"
	"sync"
	"time"
)

type Frame struct{ Meter, Value string }

type Link struct {
	meter   string
	conn    net.Conn
	frames  chan Frame
	onError func(*Link, error)

	wg     sync.WaitGroup
	once   sync.Once
	closed chan struct{}
}

// Open starts the two loops of a link.
func Open(meter string, conn net.Conn, frames chan Frame, onError func(*Link, error)) *Link {
	l := &Link{meter: meter, conn: conn, frames: frames, onError: onError, closed: make(chan struct{})}
	l.wg.Add(2)
	go l.readLoop()
	go l.keepAlive()
	return l
}

func (l *Link) readLoop() {
	defer l.wg.Done()
	in := bufio.NewScanner(l.conn)
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "ERR") {
			break
		}
		select {
		case l.frames <- Frame{l.meter, line}:
		case <-l.closed:
			return
		}
	}
	select {
	case <-l.closed:
	default:
		l.onError(l, in.Err())
	}
}

func (l *Link) keepAlive() {
	defer l.wg.Done()
	<-l.closed
	time.Sleep(3 * time.Second) // the meter is told, and answers or not
}

// Meter names the other side.
func (l *Link) Meter() string { return l.meter }

// Close ends both loops and waits for them.
func (l *Link) Close() error {
	var err error
	l.once.Do(func() {
		close(l.closed)
		err = l.conn.Close()
		l.wg.Wait()
	})
	return err
}
