package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"loyalty/store"
)

type redeemer interface {
	Redeem(member uint, points int) (left int, err error)
}

// Mount adds the routes.
func Mount(mux *http.ServeMux, r redeemer) {
	mux.Handle("GET /members/{id}/redeem", jsonHandler(func(req *http.Request) (any, error) {
		id, err := strconv.Atoi(req.PathValue("id"))
		if err != nil {
			return nil, err
		}
		left, err := r.Redeem(uint(id), 10)
		return map[string]int{"left": left}, err
	}))
}

func jsonHandler(h func(*http.Request) (any, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := h(r)
		switch {
		case errors.Is(err, store.ErrTooFew):
			w.WriteHeader(http.StatusConflict)
		case err != nil:
			w.WriteHeader(http.StatusInternalServerError)
		default:
			json.NewEncoder(w).Encode(v)
		}
	})
}
