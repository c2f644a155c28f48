package main

import (
	"io"
	"log"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

type entry struct {
	body    []byte
	fetched time.Time
}

type Edge struct {
	flights singleflight.Group
	feed    string
	cache   sync.Map
}

func (e *Edge) lookup(symbol string) ([]byte, error) {
	if v, ok := e.cache.Load(symbol); ok {
		if one := v.(entry); time.Since(one.fetched) < time.Second {
			return one.body, nil
		}
	}
	v, err, _ := e.flights.Do(symbol, func() (interface{}, error) {
		body, err := e.pull(symbol)
		if err == nil {
			e.cache.Store(symbol, entry{body, time.Now()})
		}
		return body, err
	})
	if err != nil {
		return nil, err
	}
	return v.([]byte), nil
}

func (e *Edge) pull(symbol string) ([]byte, error) {
	conn, err := net.DialTimeout("tcp", e.feed, time.Second)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "Q "+symbol+"\n"); err != nil {
		return nil, err
	}
	return io.ReadAll(conn)
}

func (e *Edge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := e.lookup(r.FormValue("s"))
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	w.Write(body)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/quote", &Edge{feed: os.Getenv("UPSTREAM_SILENT")})
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), mux))
}
