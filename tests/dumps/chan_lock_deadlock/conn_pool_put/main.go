package main

import (
	"net/http"
	"time"

	"github.com/ferrous/ftpool/internal/ops"
	"github.com/ferrous/ftpool/pool"
)

type gateway struct{ conns *pool.Pool }

func (g gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := g.conns.Get()
	defer g.conns.Put(c)
	time.Sleep(50 * time.Millisecond)
	w.Write([]byte{byte('0' + c.ID)})
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/file", gateway{pool.New(2)})
	ops.Start(mux)
	ops.Wait()
}
