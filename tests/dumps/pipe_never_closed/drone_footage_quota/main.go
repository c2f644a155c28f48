package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"

	"drone.example/footage/internal/ops"
	"drone.example/footage/vault"
)

type uploads struct {
	vault *vault.Vault
}

func (u *uploads) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	flight := path.Base(r.URL.Path)
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(pack(pw, clipsOf(flight))) }()
	n, err := u.vault.Put("pilot-7", pr)
	if errors.Is(err, vault.ErrFull) {
		http.Error(w, err.Error(), http.StatusInsufficientStorage)
		return
	}
	fmt.Fprintln(w, n)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/upload/", &uploads{vault.New(1 << 20)})
	ops.Start(mux)
	ops.Wait()
}
