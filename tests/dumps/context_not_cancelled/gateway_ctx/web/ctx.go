// Package web is a small framework; its context carries what handlers need.
package web

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// Ctx is a context of its own kind: it ends with the application, not with the request.
type Ctx struct {
	app   *App
	w     http.ResponseWriter
	r     *http.Request
	label string
	mu    sync.Mutex
	bag   map[string]any
}

func (c *Ctx) Deadline() (time.Time, bool) { return time.Time{}, false }
func (c *Ctx) Done() <-chan struct{}       { return c.app.closing }
func (c *Ctx) Err() error                  { return nil }
func (c *Ctx) Value(k any) any             { return c.r.Context().Value(k) }
func (c *Ctx) Label() string               { return c.label }

func (c *Ctx) Text(code int, s string) error {
	c.w.WriteHeader(code)
	_, err := c.w.Write([]byte(s))
	return err
}

type span struct {
	context.Context
	label  string
	cancel context.CancelFunc
}

func (s *span) Label() string { return s.label }

// Fork starts a unit of work below the request.
func (c *Ctx) Fork(label string) *span {
	ctx, cancel := context.WithCancel(c)
	return &span{ctx, label, cancel}
}
