package main

import (
	"net/http"
	"time"

	"github.com/northpole/quotes/insurers"
	"github.com/northpole/quotes/internal/ops"
	"github.com/northpole/quotes/rating"
)

func main() {
	panel := insurers.Panel()
	svc := rating.New(panel, 150*time.Millisecond)
	mux := http.NewServeMux()
	mux.Handle("/v1/quote", svc)
	go panel.RefreshTariffs(5 * time.Minute)
	ops.Start(mux)
	ops.Wait()
}
