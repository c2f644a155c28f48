package main

import (
	"net/http"
	"strconv"
	"time"

	"leftbags.example/lockers/internal/ops"
	"leftbags.example/lockers/lease"
)

func main() {
	book := lease.NewBook(100 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/touch", func(w http.ResponseWriter, r *http.Request) {
		book.Touch(r.URL.Query().Get("locker"))
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("/taken", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(strconv.Itoa(book.Len()))) })
	ops.Start(mux)
	ops.Wait()
}
