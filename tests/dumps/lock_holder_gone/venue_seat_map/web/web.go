package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"tessaline.io/venue/seating"
)

type middleware func(http.HandlerFunc) http.HandlerFunc

func chain(h http.HandlerFunc, ms ...middleware) http.HandlerFunc {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func noPanic(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				slog.Error("request failed", "path", r.URL.Path, "panic", fmt.Sprint(p))
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next(w, r)
	}
}

func noStore(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		next(w, r)
	}
}

func Mux(h *seating.Hall) *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/free", chain(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, h.Free())
	}, noPanic, noStore))
	mux.HandleFunc("/hold", chain(func(w http.ResponseWriter, r *http.Request) {
		cents, err := h.Hold(r.FormValue("seat"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, cents)
	}, noPanic, noStore))
	return mux
}

// Sweep gives back what nobody paid for.
func Sweep(h *seating.Hall, every time.Duration) {
	for range time.Tick(every) {
		h.Release("A1")
	}
}
