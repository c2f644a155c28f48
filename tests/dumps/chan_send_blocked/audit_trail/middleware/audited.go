package middleware

import (
	"net/http"

	"github.com/medirec/api/audit"
)

type Recorder interface{ Record(audit.Entry) }

func Audited(rec Recorder, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec.Record(audit.Entry{Who: r.URL.Query().Get("who"), What: r.URL.Path})
		next.ServeHTTP(w, r)
	})
}
