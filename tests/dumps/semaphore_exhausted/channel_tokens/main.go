// Command geocode asks a map service, eight requests at a time.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/geocode/internal/ops"
)

type geocoder struct{ tokens chan struct{} }

func (g *geocoder) acquire() { g.tokens <- struct{}{} }
func (g *geocoder) release() { <-g.tokens }

func (g *geocoder) find(address string) (string, error) {
	g.acquire()
	if address == "" {
		return "", errors.New("empty address") // BUG: the token is not given back
	}
	defer g.release()
	time.Sleep(2 * time.Millisecond)
	return "55.60,13.00", nil
}

func main() {
	g := &geocoder{tokens: make(chan struct{}, 8)}
	mux := http.NewServeMux()
	mux.HandleFunc("/find", func(w http.ResponseWriter, r *http.Request) {
		at, err := g.find(r.URL.Query().Get("address"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, at)
	})
	ops.Start(mux)
	ops.Wait()
}
