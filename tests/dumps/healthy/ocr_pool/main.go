package main

import (
	"net/http"

	"ocrd/internal/ops"
)

type page struct {
	n     int
	reply chan string
}

type dispatcher struct {
	pages chan page
	quit  chan struct{}
}

func newDispatcher(workers int) *dispatcher {
	d := &dispatcher{pages: make(chan page), quit: make(chan struct{})}
	for i := 0; i < workers; i++ {
		go func(id int) {
			for {
				select {
				case p := <-d.pages:
					p.reply <- recognise(id, p.n)
				case <-d.quit:
					return
				}
			}
		}(i)
	}
	return d
}

func recognise(worker, n int) string {
	s := 0
	for i := 0; i < 10000; i++ {
		s += i ^ n
	}
	return string(rune('a' + s%26))
}

func main() {
	d := newDispatcher(ops.Count(64))
	mux := http.NewServeMux()
	mux.HandleFunc("/ocr", func(w http.ResponseWriter, r *http.Request) {
		p := page{n: len(r.URL.RawQuery), reply: make(chan string, 1)}
		select {
		case d.pages <- p:
			w.Write([]byte(<-p.reply))
		case <-r.Context().Done():
		}
	})
	ops.Start(mux)
	ops.Wait()
	close(d.quit)
}
