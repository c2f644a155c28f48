package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"apiary/hive"
)

type server struct{ mux *http.ServeMux }

func (s server) respond(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		log.Print(err)
	}
}

func main() {
	s := server{http.NewServeMux()}
	s.mux.HandleFunc("/hives", func(w http.ResponseWriter, r *http.Request) {
		s.respond(w, hive.All())
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), s.mux))
}
