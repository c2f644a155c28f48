package main

import (
	"bufio"
	"context"
	"log"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"time"
)

type registry struct {
	sync.RWMutex
	conns map[uint64]*unit
	last  uint64
}

type unit struct {
	id   uint64
	conn net.Conn
	out  chan []byte
	quit chan struct{}
}

func (r *registry) add(c net.Conn) *unit {
	r.Lock()
	defer r.Unlock()
	r.last++
	u := &unit{r.last, c, make(chan []byte, 16), make(chan struct{})}
	r.conns[u.id] = u
	return u
}

func (r *registry) remove(u *unit) {
	r.Lock()
	defer r.Unlock()
	delete(r.conns, u.id)
}

func (r *registry) broadcast(b []byte) {
	r.RLock()
	defer r.RUnlock()
	for _, u := range r.conns {
		select {
		case u.out <- b:
		default:
		}
	}
}

func (u *unit) read() {
	lines := bufio.NewScanner(u.conn)
	for {
		u.conn.SetReadDeadline(time.Now().Add(time.Minute))
		if !lines.Scan() {
			return
		}
	}
}

func (u *unit) write() {
	for {
		select {
		case b := <-u.out:
			u.conn.SetWriteDeadline(time.Now().Add(5 * time.Second))
			if _, err := u.conn.Write(b); err != nil {
				u.conn.Close()
				return
			}
		case <-u.quit:
			return
		}
	}
}

func (r *registry) accept(l net.Listener, open *sync.WaitGroup) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		u := r.add(c)
		open.Add(1)
		go u.write()
		go func() {
			defer open.Done()
			defer r.remove(u)
			defer close(u.quit)
			u.read()
		}()
	}
}

// drive is the units: they report every few seconds.
func drive(addr string, n int) {
	for i := 0; i < n; i++ {
		c, err := net.Dial("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			for range time.Tick(3 * time.Second) {
				c.Write([]byte("pos 50.1 14.4\n"))
			}
		}()
	}
}

func main() {
	if len(os.Args) > 2 {
		n, _ := strconv.Atoi(os.Args[2])
		drive(os.Args[1], n)
		select {}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	r := &registry{conns: map[uint64]*unit{}}
	var open sync.WaitGroup
	go r.accept(l, &open)
	go func() {
		for range time.Tick(700 * time.Millisecond) {
			r.broadcast([]byte("ping\n"))
		}
	}()
	go func() { log.Println(http.ListenAndServe(os.Getenv("LISTEN"), nil)) }()
	if p, err := os.StartProcess(os.Args[0], []string{os.Args[0], l.Addr().String(), os.Getenv("COUNT")}, &os.ProcAttr{}); err == nil {
		defer p.Kill()
	}
	<-ctx.Done()
	l.Close()
	open.Wait()
}
