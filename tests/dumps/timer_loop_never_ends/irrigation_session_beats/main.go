package main

import (
	"net/http"

	"irrigation.example/field/internal/ops"
	"irrigation.example/field/session"
)

func main() {
	reg := session.NewRegistry()
	mux := http.NewServeMux()
	mux.HandleFunc("/open", func(w http.ResponseWriter, r *http.Request) {
		field := r.URL.Query().Get("field")
		reg.Login(field)
		defer reg.Logout(field)
		w.Write([]byte("valve open\n"))
	})
	ops.Start(mux)
	ops.Wait()
}
