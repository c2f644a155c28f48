package main

import (
	"fmt"
	"net/http"
	"net/http/pprof"
	"os"
	"time"

	"github.com/hofladen/basketsvc/pkg/gelf"
)

type handler struct {
	log   *gelf.Sender
	start time.Time
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began := time.Now()
	fmt.Fprintln(w, "basket", r.URL.Query().Get("id"))
	if err := h.log.Send(gelf.Message{Host: "basket-7", Short: r.URL.Path, Took: time.Since(began).Seconds()}); err != nil {
		fmt.Fprintln(os.Stderr, "gelf:", err)
	}
}

func main() {
	sender := &gelf.Sender{Addr: os.Getenv("UPSTREAM_FULL")}
	m := http.NewServeMux()
	m.HandleFunc("/debug/pprof/", pprof.Index)
	m.Handle("/basket", handler{log: sender, start: time.Now()})
	if err := http.ListenAndServe(os.Getenv("LISTEN"), m); err != nil {
		panic(err)
	}
}
