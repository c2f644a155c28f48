package main

import (
	"net/http"

	"auth/internal/ops"
	"auth/throttle"
)

func main() {
	th := throttle.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		user := r.URL.Query().Get("user")
		if r.URL.Query().Get("pw") != "secret" {
			th.Penalise(user)
			http.Error(w, "wrong password", http.StatusUnauthorized)
			return
		}
		th.Forget(user)
	})
	ops.Start(mux)
	ops.Wait()
}
