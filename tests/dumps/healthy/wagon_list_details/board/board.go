// Package board shows trains.
package board

import (
	"fmt"
	"net/http"
	"strings"

	"bahn.example/wagons/rail"
)

type Board struct {
	client *rail.Client
}

func New(client *rail.Client) *Board { return &Board{client: client} }

func (b *Board) Train(w http.ResponseWriter, r *http.Request) {
	train := strings.TrimPrefix(r.URL.Path, "/train/")
	err := b.client.EachWagon(r.Context(), train, func(wagon string) error {
		known, err := b.client.Wagon(r.Context(), wagon)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(w, known)
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
