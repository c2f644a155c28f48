// Command sales streams the bids of a wool sale.
package main

import (
	"net/http"

	"wool.kentmere.example/sales/internal/ops"
	"wool.kentmere.example/sales/room"
)

func main() {
	r := room.New()
	go r.Announce()
	go r.Auction()
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", r.Follow)
	ops.Start(mux)
	ops.Wait()
}
