package main

import (
	"log"
	"net/http"

	"museum.example/loans/internal/ops"
	"museum.example/loans/registrar"
)

func main() {
	reg := registrar.New(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/loans", func(w http.ResponseWriter, r *http.Request) {
		object := r.URL.Query().Get("object")
		if _, ok := reg.Get(object); !ok {
			go func() {
				if err := reg.Refresh(object); err != nil {
					log.Print(err)
				}
			}()
			w.WriteHeader(http.StatusAccepted)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
