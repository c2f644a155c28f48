package main

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"chatter.app/presence/hub"
	"chatter.app/presence/internal/ops"
)

type userKey struct{}

func withUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), userKey{}, r.FormValue("u"))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func main() {
	h := hub.New()
	go func() {
		for range time.Tick(2 * time.Second) {
			h.Publish(hub.Event{Who: "bot", State: "here"})
		}
	}()
	var delivered atomic.Int64
	mux := http.NewServeMux()
	mux.Handle("/watch", withUser(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancelCause(context.WithoutCancel(r.Context()))
		h.Subscribe(ctx, ctx.Value(userKey{}).(string), func(hub.Event) { delivered.Add(1) })
		if r.FormValue("once") != "" {
			cancel(nil)
		}
		fmt.Fprintln(w, delivered.Load())
	})))
	ops.Start(mux)
	ops.Wait()
}
