package main

import (
	"io"
	"net/http"
	"path"
	"time"

	"drone.example/flowing/internal/ops"
)

type relay struct {
	client  *http.Client
	archive string
}

func (u *relay) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	flight := path.Base(r.URL.Path)
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() { pw.CloseWithError(pack(pw, append(clipsOf(flight), clip{"all", 64 << 20}))) }()
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, u.archive, pr)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	resp, err := u.client.Do(req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/upload/", &relay{&http.Client{Timeout: 10 * time.Minute}, ops.Upstream(false) + "/sink?ms=40"})
	ops.Start(mux)
	ops.Wait()
}
