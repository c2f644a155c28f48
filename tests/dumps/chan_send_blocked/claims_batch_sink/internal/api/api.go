// Package api is what brokers and adjusters call.
package api

import (
	"net/http"
	"strconv"

	"github.com/arboria/claims-intake/internal/archive"
)

// Recorder takes events.
type Recorder interface {
	Add(archive.Event)
}

type server struct{ rec Recorder }

// Routes of the service.
func Routes(rec Recorder) *http.ServeMux {
	s := &server{rec: rec}
	mux := http.NewServeMux()
	mux.Handle("/claims/file", requireTenant(http.HandlerFunc(s.file)))
	return mux
}

func requireTenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("tenant") == "" {
			http.Error(w, "tenant missing", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	amount, _ := strconv.ParseInt(r.FormValue("amount"), 10, 64)
	s.rec.Add(archive.Event{Claim: r.FormValue("id"), Kind: "filed", Amount: amount})
	w.WriteHeader(http.StatusAccepted)
}
