package main

import (
	"context"
	"net/http"
	"time"

	"github.com/adtech/clicks/batch"
	"github.com/adtech/clicks/internal/ops"
)

type click struct{ campaign string }

func main() {
	ctx := context.Background()
	router := batch.NewRouter(ctx, batch.Options{Max: 50, Linger: 500 * time.Millisecond},
		func(c click) string { return c.campaign },
		func(key string, cs []click) error { time.Sleep(5 * time.Millisecond); return nil })
	mux := http.NewServeMux()
	mux.HandleFunc("/c", func(w http.ResponseWriter, r *http.Request) {
		router.Add(click{r.URL.Query().Get("id")})
	})
	ops.Start(mux)
	ops.Wait()
	router.Close()
}
