// Command auction shows the bids of a fish auction in the browsers of the bidders.
package main

import (
	"net/http"

	"auction.pellwick.example/fish/internal/feed"
	"auction.pellwick.example/fish/internal/ops"
)

func main() {
	startBrowsers()
	svc := &feed.Service{}
	mux := http.NewServeMux()
	mux.HandleFunc("/bids", svc.Subscribe)
	ops.Start(mux)
	ops.Wait()
}
