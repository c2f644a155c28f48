package main

import (
	"net/http"
	"os"

	"campus.example/sso/directory"
	"campus.example/sso/internal/ops"
)

func main() {
	auth := directory.Authenticator{URL: "ldap://" + os.Getenv("UPSTREAM_SILENT"), BaseDN: "ou=people,dc=campus,dc=example"}
	mux := http.NewServeMux()
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		if err := auth.Check(r.FormValue("user"), r.FormValue("pass")); err != nil {
			http.Error(w, "denied", http.StatusForbidden)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "sid", Value: "1"})
	})
	ops.Start(mux)
	ops.Wait()
}
