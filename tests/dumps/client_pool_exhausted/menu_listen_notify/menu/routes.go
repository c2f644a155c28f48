package menu

import (
	"encoding/json"
	"net/http"

	"github.com/jackc/pgx/v5/pgxpool"
)

type handlerFunc func(w http.ResponseWriter, r *http.Request) (any, error)

func Routes(mux *http.ServeMux, pool *pgxpool.Pool) {
	s := &store{pool: pool}
	handle := func(path string, h handlerFunc) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			v, err := h(w, r)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			json.NewEncoder(w).Encode(v)
		})
	}
	handle("/price", func(w http.ResponseWriter, r *http.Request) (any, error) {
		return s.price(r.Context(), r.FormValue("dish"))
	})
	handle("/changes", func(w http.ResponseWriter, r *http.Request) (any, error) {
		return s.nextChange(r.Context())
	})
}
