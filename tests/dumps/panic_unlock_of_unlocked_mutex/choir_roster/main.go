package main

import (
	"log"
	"net/http"
	"os"

	"choir/roster"
)

func main() {
	book := roster.Open()
	h := http.NewServeMux()
	h.HandleFunc("/voice", func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				http.Error(w, "sorry", http.StatusInternalServerError)
			}
		}()
		w.Write([]byte(book.Voice(r.FormValue("name"))))
	})
	h.HandleFunc("/join", func(w http.ResponseWriter, r *http.Request) { book.Join(r.FormValue("name"), "alto") })
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), h))
}
