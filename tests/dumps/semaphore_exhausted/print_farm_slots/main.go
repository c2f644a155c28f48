package main

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"strconv"

	"polychrome.dev/printfarm/internal/ops"
	"polychrome.dev/printfarm/press"
)

type handler func(http.ResponseWriter, *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		log.Printf("%s: %v", r.URL, err)
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
	}
}

func main() {
	ripper := press.NewRipper(8)
	mux := http.NewServeMux()
	mux.Handle("/proof", handler(func(w http.ResponseWriter, r *http.Request) error {
		job, err := strconv.Atoi(r.FormValue("job"))
		if err != nil {
			return errors.New("job must be a number")
		}
		p, err := ripper.Rip(r.Context(), press.Sheet{Job: job, Bytes: []byte("%PDF-1.7")})
		if err != nil {
			return fmt.Errorf("rip: %w", err)
		}
		_, err = fmt.Fprintf(w, "%08x\n", p.Sum)
		return err
	}))
	mux.HandleFunc("/load", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, ripper.Load()) })
	ops.Start(mux)
	ops.Wait()
}
