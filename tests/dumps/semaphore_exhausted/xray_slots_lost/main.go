package main

import (
	"log/slog"
	"net/http"
	"time"

	"radiology.example/viewer/internal/ops"
	"radiology.example/viewer/render"
	"radiology.example/viewer/store"
)

func main() {
	pacs := store.New(ops.Upstream(false), 150*time.Millisecond)
	engine := render.NewEngine(pacs, 4)
	mux := http.NewServeMux()
	mux.Handle("GET /studies/{id}/preview", withLog(preview(engine)))
	ops.Start(mux)
	slog.Info("viewer is up")
	ops.Wait()
}

func withLog(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		next.ServeHTTP(w, r)
		slog.Debug("served", "path", r.URL.Path, "took", time.Since(began))
	})
}

func preview(engine *render.Engine) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		img, err := engine.Preview(r.Context(), r.PathValue("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Header().Set("Content-Type", "image/x-portable-graymap")
		w.Write(img)
	}
}
