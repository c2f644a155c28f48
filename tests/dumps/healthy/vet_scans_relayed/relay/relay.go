// Package relay passes scans on while they arrive.
package relay

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

type Relay struct {
	base   string
	client *http.Client
}

func New(base string) *Relay {
	return &Relay{base: base, client: &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 5 * time.Second}}}
}

func (l *Relay) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, l.base+"/drip?ms=150&ref="+r.URL.Query().Get("ref"), nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	resp, err := l.client.Do(req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.Header().Set("Content-Type", resp.Header.Get("Content-Type"))
	n, err := io.CopyN(flushed{w}, resp.Body, 4<<20)
	fmt.Printf("relayed %d: %v\n", n, err)
}

type flushed struct{ http.ResponseWriter }

func (f flushed) Write(p []byte) (int, error) {
	n, err := f.ResponseWriter.Write(p)
	f.ResponseWriter.(http.Flusher).Flush()
	return n, err
}
