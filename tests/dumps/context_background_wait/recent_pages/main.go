// Command recent remembers which pages a visitor has just seen.
package main

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"github.com/northshop/recent/internal/ops"
)

var (
	mu     sync.Mutex
	recent = map[string][]string{}
)

// forget drops the pages of a visitor at the end of the visit.
func forget(ctx context.Context, visitor string) {
	<-ctx.Done()
	mu.Lock()
	defer mu.Unlock()
	delete(recent, visitor)
}

// see notes a page.
func see(ctx context.Context, visitor, page string) {
	mu.Lock()
	defer mu.Unlock()
	if recent[visitor] == nil {
		go forget(ctx, visitor)
	}
	recent[visitor] = append(recent[visitor], page)
}

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		see(ctx, q.Get("visitor"), q.Get("page")) // BUG: the context of the process, not the one of the visit
		fmt.Fprintln(w, "seen")
	})
	ops.Start(mux)
	ops.Wait()
}
