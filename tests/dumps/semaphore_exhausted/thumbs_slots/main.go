package main

import (
	"errors"
	"net/http"
	"path"
	"time"

	"thumbs/internal/ops"
)

type slots chan struct{}

func (s slots) take() { s <- struct{}{} }
func (s slots) give() { <-s }

type renderer struct {
	slots
	done chan string
}

func (r *renderer) render(file string) error {
	r.take()
	if path.Ext(file) == ".heic" {
		return errors.New("no decoder")
	}
	time.Sleep(3 * time.Millisecond)
	r.give()
	return nil
}

func main() {
	rd := &renderer{slots: make(slots, 4)}
	mux := http.NewServeMux()
	mux.HandleFunc("/album", func(w http.ResponseWriter, req *http.Request) {
		file := req.URL.Query().Get("f")
		go func() { _ = rd.render(file) }()
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
