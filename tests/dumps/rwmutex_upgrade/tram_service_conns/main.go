package main

import (
	"fmt"
	"net"
	"net/http"
	"time"

	"tramlijn.nl/realtime/conns"
	"tramlijn.nl/realtime/internal/ops"
)

type board struct {
	pool  *conns.Pool
	gauge chan int
}

func (b *board) where(w http.ResponseWriter, r *http.Request) {
	at, err := b.pool.Position(r.URL.Query().Get("line"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, at)
}

func (b *board) measure() {
	for range time.NewTicker(400 * time.Millisecond).C {
		b.gauge <- b.pool.Lines()
	}
}

func (b *board) export() {
	max := 0
	for n := range b.gauge {
		if n > max {
			max = n
		}
	}
}

// centre is the control centre of this host's own line.
func centre(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			buf := make([]byte, 64)
			for {
				if _, err := c.Read(buf); err != nil {
					return
				}
				fmt.Fprintln(c, "Plein")
			}
		}()
	}
}

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go centre(l)
	b := &board{pool: conns.NewPool(l.Addr().String()), gauge: make(chan int)}
	go b.measure()
	go b.export()
	mux := http.NewServeMux()
	mux.HandleFunc("/where", b.where)
	ops.Start(mux)
	ops.Wait()
}
