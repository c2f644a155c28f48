package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync/atomic"

	"github.com/alicebob/miniredis/v2"
	"gym.example/booking/internal/ops"
	"gym.example/booking/seats"
)

var sent atomic.Int64

type counter struct{ desk *seats.Desk }

func (c counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := c.desk.Book(r.Context(), r.FormValue("class"), r.FormValue("member"))
	switch {
	case errors.Is(err, seats.ErrFull):
		http.Error(w, err.Error(), http.StatusConflict)
	case err != nil:
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
	default:
		w.WriteHeader(http.StatusCreated)
	}
}

func main() {
	store, err := miniredis.Run() // a studio without a network of its own has its places here
	if err != nil {
		log.Fatal(err)
	}
	seats.Mails(context.Background(), store.Addr(), 4, func(member string) { sent.Add(1) })
	mux := http.NewServeMux()
	mux.Handle("/book", counter{seats.NewDesk(store.Addr(), 400)})
	ops.Start(mux)
	ops.Wait()
}
