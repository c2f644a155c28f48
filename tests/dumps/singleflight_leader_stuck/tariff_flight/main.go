package main

import (
	"context"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"git.wattline.energy/billing/tariffd/internal/ops"
	"git.wattline.energy/billing/tariffd/pkg/httpx"
	"git.wattline.energy/billing/tariffd/pkg/tariffs"
)

func main() {
	var svc tariffs.Service
	svc.Load(context.Background())

	r := chi.NewRouter()
	r.Use(middleware.RequestID, middleware.Recoverer)
	r.Method(http.MethodGet, "/v2/tariffs/{code}/{hour}", httpx.Endpoint(func(r *http.Request) (any, error) {
		hour, err := strconv.Atoi(chi.URLParam(r, "hour"))
		if err != nil {
			return nil, err
		}
		return svc.Price(chi.URLParam(r, "code"), hour)
	}))
	r.Method(http.MethodGet, "/v2/reload", httpx.Endpoint(func(r *http.Request) (any, error) {
		svc.Load(context.Background())
		return "ok", nil
	}))
	mux := http.NewServeMux()
	mux.Handle("/v2/", r)
	ops.Start(mux)
	ops.Wait()
}
