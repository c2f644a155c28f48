// Command tariffs answers which duty applies to a commodity code.
package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"zollhaus.example/tariffs/internal/ops"
	"zollhaus.example/tariffs/rates"
	"zollhaus.example/tariffs/wco"
)

type api struct {
	book *rates.Book
}

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	code := strings.TrimPrefix(r.URL.Path, "/duty/")
	duty, err := a.book.Duty(code)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(duty)
}

func main() {
	client := wco.NewClient(ops.Upstream(false), 4*time.Second)
	book := rates.NewBook(client, 10*time.Minute)
	mux := http.NewServeMux()
	mux.Handle("/duty/", &api{book: book})
	ops.Start(mux)
	ops.Wait()
	book.Close()
}
