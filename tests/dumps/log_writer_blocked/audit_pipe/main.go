package main

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"
)

type ctxKey struct{}

// tenantHandler adds the tenant to every record.
type tenantHandler struct{ slog.Handler }

func (h tenantHandler) Handle(ctx context.Context, r slog.Record) error {
	if t, ok := ctx.Value(ctxKey{}).(string); ok {
		r.AddAttrs(slog.String("tenant", t))
	}
	return h.Handler.Handle(ctx, r)
}

func audited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), ctxKey{}, r.FormValue("t"))
		slog.InfoContext(ctx, "request", "path", r.URL.Path, "agent", strings.Repeat("x", 6000))
		next(w, r.WithContext(ctx))
	}
}

func balance(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "0") }

func main() {
	// The collector's end of the pipe is open, but the collector hangs.
	collector, sink, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	defer collector.Close()
	slog.SetDefault(slog.New(tenantHandler{slog.NewJSONHandler(sink, nil)}))
	http.HandleFunc("/balance", audited(balance))
	http.ListenAndServe(os.Getenv("LISTEN"), nil)
}
