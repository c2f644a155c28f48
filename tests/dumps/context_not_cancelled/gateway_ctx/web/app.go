package web

import "net/http"

type Handler func(*Ctx) error

type App struct {
	routes     map[string]Handler
	middleware []func(Handler) Handler
	closing    chan struct{}
}

func New() *App { return &App{routes: map[string]Handler{}, closing: make(chan struct{})} }

func (a *App) Use(m func(Handler) Handler) { a.middleware = append(a.middleware, m) }

func (a *App) GET(path string, h Handler) {
	for _, m := range a.middleware {
		h = m(h)
	}
	a.routes[path] = h
}

func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h, ok := a.routes[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	if err := h(&Ctx{app: a, w: w, r: r}); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func Deadline(next Handler) Handler {
	return func(c *Ctx) error { return next(c) }
}
