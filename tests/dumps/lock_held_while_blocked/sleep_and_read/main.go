// Command printer prints labels on printers that speak TCP.
package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/northshop/printer/internal/ops"
)

type labelPrinter struct {
	mu   sync.Mutex
	conn net.Conn
	jobs int
}

func (p *labelPrinter) print(label string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.jobs++
	if os.Getenv("RETRY") != "" {
		return p.retry(label)
	}
	if _, err := fmt.Fprintf(p.conn, "PRINT %s\n", label); err != nil {
		return err
	}
	_, err := bufio.NewReader(p.conn).ReadString('\n') // BUG: no deadline; the printer is out of paper and silent
	return err
}

// retry waits for the printer, ever longer, and keeps the lock. BUG as well.
func (p *labelPrinter) retry(label string) error {
	for wait := time.Minute; ; wait *= 2 {
		time.Sleep(wait)
	}
}

func (p *labelPrinter) queued() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.jobs
}

// silentPrinter accepts a connection and never answers.
func silentPrinter() net.Conn {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		panic(err)
	}
	if _, err := l.Accept(); err != nil {
		panic(err)
	}
	l.Close()
	return conn
}

func main() {
	p := &labelPrinter{conn: silentPrinter()}
	mux := http.NewServeMux()
	mux.HandleFunc("/print", func(w http.ResponseWriter, r *http.Request) {
		if err := p.print("A4711"); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	mux.HandleFunc("/queue", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, p.queued()) })
	ops.Start(mux)
	ops.Wait()
}
