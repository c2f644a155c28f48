package main

import (
	"net/http"

	"oper.example/programme/internal/ops"
	"oper.example/programme/page"
	"oper.example/programme/season"
)

func main() {
	s := season.New()
	pages := page.New(s)
	mux := http.NewServeMux()
	mux.HandleFunc("/evening/", func(w http.ResponseWriter, r *http.Request) {
		if err := pages.Render(w, r.URL.Path[len("/evening/"):]); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	mux.HandleFunc("/recast", func(w http.ResponseWriter, r *http.Request) {
		s.Recast(r.URL.Query().Get("key"), r.URL.Query().Get("name"))
	})
	ops.Start(mux)
	ops.Wait()
}
