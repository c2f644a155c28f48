package main

import (
	"fmt"
	"net/http"
	"time"

	"cadcloud.pl/seats/internal/ops"
	"cadcloud.pl/seats/licence"
)

func main() {
	seats := licence.New(6)
	go seats.Refill(2 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/open", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, r.URL.Query().Get("drawing"), seats.Acquire())
	})
	ops.Start(mux)
	ops.Wait()
}
