package main

import (
	"io"
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"time"
)

type edge struct {
	origin string
	client *http.Client
}

// ServeHTTP passes a film on to a player while it arrives.
func (e *edge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, e.origin+r.URL.Path+"?"+r.URL.RawQuery, nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	res, err := e.client.Do(req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer res.Body.Close()
	w.WriteHeader(res.StatusCode)
	throttled(w, res.Body)
}

// throttled keeps the players from filling their buffers at once.
func throttled(w io.Writer, from io.Reader) (n int64, err error) {
	pace := time.NewTicker(50 * time.Millisecond)
	defer pace.Stop()
	for {
		m, err := io.CopyN(w, from, 4<<10)
		n += m
		if err != nil {
			return n, err
		}
		<-pace.C
	}
}

func main() {
	e := &edge{origin: os.Getenv("UPSTREAM"), client: &http.Client{Transport: &http.Transport{
		ResponseHeaderTimeout: 5 * time.Second, MaxIdleConnsPerHost: 50, IdleConnTimeout: 30 * time.Second,
	}}}
	m := http.NewServeMux()
	m.Handle("/", e)
	m.HandleFunc("/debug/pprof/", pprof.Index)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), m))
}
