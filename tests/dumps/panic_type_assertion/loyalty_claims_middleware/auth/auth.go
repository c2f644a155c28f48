package auth

import (
	"context"
	"net/http"
	"strings"
)

type key string

// Claims is what a token says.
type Claims struct{ Member string }

// From returns the claims of a request.
func From(ctx context.Context) Claims { return ctx.Value(key("claims")).(Claims) }

// With reads the token, if there is one.
func With(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if tok, ok := strings.CutPrefix(r.URL.Query().Get("auth"), "Bearer-"); ok {
			r = r.WithContext(context.WithValue(r.Context(), key("claims"), Claims{tok}))
		}
		next.ServeHTTP(w, r)
	})
}
