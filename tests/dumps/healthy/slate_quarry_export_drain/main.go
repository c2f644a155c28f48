// Command export sends what was cut to the customs office, which is slow.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"example.org/slate/export/export"
	"example.org/slate/export/internal/ops"
)

type office struct {
	client *http.Client
	base   string
	taken  int64
	done   chan struct{}
}

func (o *office) declare(row string) {
	resp, err := o.client.Get(o.base + "/slow?ms=300&row=" + row)
	if err != nil {
		time.Sleep(time.Second)
		return
	}
	resp.Body.Close()
	atomic.AddInt64(&o.taken, 1)
}

func (o *office) follow(rows <-chan string) {
	defer close(o.done)
	for row := range rows {
		o.declare(row)
	}
}

func main() {
	e := export.Start(ops.Count(6))
	o := &office{client: &http.Client{Timeout: 5 * time.Second}, base: ops.Upstream(false), done: make(chan struct{})}
	go o.follow(e.Rows())
	mux := http.NewServeMux()
	mux.HandleFunc("/cut", func(w http.ResponseWriter, r *http.Request) {
		no, _ := strconv.Atoi(r.URL.Query().Get("no"))
		e.Cut(export.Slate{No: no, Millimetres: 5 + no%4})
		fmt.Fprintln(w, atomic.LoadInt64(&o.taken))
	})
	mux.HandleFunc("/close", func(w http.ResponseWriter, r *http.Request) {
		e.Stop()
		<-o.done
		fmt.Fprintln(w, atomic.LoadInt64(&o.taken))
	})
	ops.Start(mux)
	ops.Wait()
}
