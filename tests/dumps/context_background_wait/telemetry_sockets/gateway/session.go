package gateway

import (
	"bufio"
	"context"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
)

type session struct {
	net.Conn
	id     string
	cancel context.CancelFunc
	frames uint64
}

// closeWhenDone ends the reads of a session that is to stop.
func closeWhenDone(ctx context.Context, c io.Closer) {
	<-ctx.Done()
	c.Close()
}

// Gateway speaks the line protocol of the trackers.
type Gateway struct {
	base context.Context
	mu   sync.Mutex
	open map[string]*session
	seen uint64
}

// New makes a gateway whose sessions end with base.
func New(base context.Context) *Gateway {
	return &Gateway{base: base, open: make(map[string]*session)}
}

// Serve accepts until the listener is closed.
func (g *Gateway) Serve(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go g.talk(c)
	}
}

func (g *Gateway) talk(c net.Conn) {
	ctx, cancel := context.WithCancel(g.base)
	s := &session{Conn: c, id: c.RemoteAddr().String(), cancel: cancel}
	g.mu.Lock()
	g.open[s.id] = s
	g.mu.Unlock()
	go closeWhenDone(ctx, c)

	lines := bufio.NewScanner(c)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "POS ") {
			s.frames++
			atomic.AddUint64(&g.seen, 1)
		}
	}
	g.mu.Lock()
	delete(g.open, s.id)
	g.mu.Unlock()
	c.Close()
}

// Kick ends a session.
func (g *Gateway) Kick(id string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if s := g.open[id]; s != nil {
		s.cancel()
	}
}
