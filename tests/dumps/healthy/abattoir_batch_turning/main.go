package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"strconv"

	"schlachthof.example/batches/batches"
	"schlachthof.example/batches/internal/ops"
)

type intake struct{ repo *batches.Repo }

func (in intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	animals, err := strconv.Atoi(r.FormValue("animals"))
	if err != nil {
		http.Error(w, "animals: a number", http.StatusBadRequest)
		return
	}
	// The truck may drive away; the batch is written all the same.
	err = in.repo.Register(context.Background(), r.FormValue("no"), animals)
	switch {
	case errors.Is(err, batches.ErrUnknownAnimal):
		http.Error(w, err.Error(), http.StatusConflict)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		w.WriteHeader(http.StatusCreated)
	}
}

func main() {
	repo, err := batches.Open(os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/batches", intake{repo})
	ops.Start(mux)
	ops.Wait()
}
