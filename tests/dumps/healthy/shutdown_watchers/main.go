// Command watchers has seven parts that each wait for the end of the process, and requests that watch theirs.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/watchers/internal/ops"
)

type part struct {
	name   string
	closed chan struct{}
}

func (p *part) closeOn(ctx context.Context) {
	<-ctx.Done()
	close(p.closed)
}

func answer(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 10*time.Second)
	defer cancel()
	go logEnd(ctx)
	time.Sleep(100 * time.Millisecond)
	fmt.Fprintln(w, "ok")
}

func logEnd(ctx context.Context) {
	<-ctx.Done()
}

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	for _, name := range []string{"db", "cache", "queue", "mail", "search", "audit", "feed"} {
		go (&part{name, make(chan struct{})}).closeOn(ctx)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/answer", answer)
	ops.Start(mux)
	ops.Wait()
}
