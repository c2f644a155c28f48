package main

import (
	"net/http"
	"time"

	"topo.ch/elevation/inflight"
	"topo.ch/elevation/internal/ops"
)

type tiles struct {
	inflight.Group
}

func (t *tiles) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	key := r.URL.Path
	if r.Method == http.MethodPut {
		t.Put(key, []byte("tile of a peer"))
		return
	}
	w.Write(t.Do(key, func() []byte {
		time.Sleep(10 * time.Millisecond)
		return []byte("tile")
	}))
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/tile/", new(tiles))
	ops.Start(mux)
	ops.Wait()
}
