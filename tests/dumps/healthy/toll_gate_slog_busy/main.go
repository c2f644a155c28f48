package main

import (
	"io"
	"log/slog"
	"net/http"
	"os"
	"path"
	"strings"
	"sync"

	"toll.example/busy/internal/ops"
)

// rolling is a file that begins anew when it is large.
type rolling struct {
	mu   sync.Mutex
	f    *os.File
	size int64
}

func (r *rolling) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.size += int64(len(p)); r.size > 4<<20 {
		r.size = 0
		r.f.Truncate(0)
		r.f.Seek(0, io.SeekStart)
	}
	return r.f.Write(p)
}

type gates struct {
	log  *slog.Logger
	plan string
}

func (g *gates) pass(w http.ResponseWriter, r *http.Request) {
	l := g.log.With("gate", path.Base(r.URL.Path))
	for axle := 0; axle < 3000; axle++ {
		l.Info("axle", "n", axle, "plan", g.plan, "remote", r.RemoteAddr)
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	f, err := os.CreateTemp("", "gates")
	if err != nil {
		panic(err)
	}
	os.Remove(f.Name())
	g := &gates{log: slog.New(slog.NewJSONHandler(&rolling{f: f}, nil)), plan: strings.Repeat("truck,", 40)}
	mux := http.NewServeMux()
	mux.HandleFunc("/pass/", g.pass)
	ops.Start(mux)
	ops.Wait()
}
