package main

import (
	"fmt"
	"log"
	"net/http"

	"maltworks.example/brewhouse/internal/ops"
	"maltworks.example/brewhouse/site"
)

func main() {
	sites := site.NewRegistry("sites")
	for i := 0; i < ops.Count(16); i++ {
		if err := sites.Add(fmt.Sprintf("brewery-%02d", i)); err != nil {
			log.Fatal(err)
		}
	}
	defer sites.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/mash/", func(w http.ResponseWriter, r *http.Request) {
		s, ok := sites.Get(r.URL.Path[len("/mash/"):])
		if !ok {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintln(w, s.Mash())
	})
	ops.Start(mux)
	ops.Wait()
}
