package web

import (
	"context"
	"fmt"
	"net/http"

	"example.org/clinic/appointments/store"
)

type slots interface {
	FirstFree(ctx context.Context, doctor string) (int, error)
}

// Routes adds the pages.
func Routes(mux *http.ServeMux, s *store.Store) {
	mux.Handle("/free", withError(func(w http.ResponseWriter, r *http.Request) error { return free(w, r, s) }))
}

func withError(f func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
}

func free(w http.ResponseWriter, r *http.Request, s slots) error {
	n, err := s.FirstFree(context.WithoutCancel(r.Context()), r.URL.Query().Get("doctor"))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, n)
	return err
}
