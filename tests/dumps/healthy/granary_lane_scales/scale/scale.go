// Package scale keeps one link to each lane's scale; a scale speaks when a truck is on it.
package scale

import (
	"bufio"
	"context"
	"errors"
	"net"
	"os"
	"sync"
	"time"
)

type Reading struct {
	Lane string
	Raw  string
}

type Links struct {
	addr     string
	readings chan Reading
	wg       sync.WaitGroup
}

func Start(ctx context.Context, addr string, lanes ...string) *Links {
	l := &Links{addr: addr, readings: make(chan Reading, 64)}
	for _, lane := range lanes {
		l.wg.Add(1)
		go l.keep(ctx, lane)
	}
	return l
}

// keep dials again when a link breaks.
func (l *Links) keep(ctx context.Context, lane string) {
	defer l.wg.Done()
	for ctx.Err() == nil {
		if err := l.listen(ctx, lane); err != nil {
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
			}
		}
	}
}

func (l *Links) listen(ctx context.Context, lane string) error {
	var d net.Dialer
	c, err := d.DialContext(ctx, "tcp", l.addr)
	if err != nil {
		return err
	}
	defer c.Close()
	defer context.AfterFunc(ctx, func() { c.Close() })()
	lines := bufio.NewReader(c)
	for {
		c.SetReadDeadline(time.Now().Add(30 * time.Second))
		raw, err := lines.ReadString('\n')
		if errors.Is(err, os.ErrDeadlineExceeded) {
			continue
		}
		if err != nil {
			return err
		}
		l.readings <- Reading{lane, raw}
	}
}

func (l *Links) Readings() <-chan Reading { return l.readings }
