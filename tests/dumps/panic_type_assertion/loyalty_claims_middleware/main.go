package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"time"

	"punktewerk/loyalty/auth"
)

func access(l *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		next.ServeHTTP(w, r)
		l.Info("request", "path", r.URL.Path, "took", time.Since(begin).Microseconds())
	})
}

func main() {
	l := slog.New(slog.NewTextHandler(os.Stderr, nil))
	mux := http.NewServeMux()
	mux.HandleFunc("/points", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, auth.From(r.Context()).Member, 120)
	})
	srv := &http.Server{Addr: os.Getenv("LISTEN"), Handler: access(l, auth.With(mux)), ErrorLog: slog.NewLogLogger(l.Handler(), slog.LevelError)}
	l.Info("listening", "service", "loyalty")
	srv.ListenAndServe()
}
