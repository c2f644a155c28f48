// Command prices streams the shop's prices to its price displays.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/prices/internal/feed"
	"github.com/northshop/prices/internal/ops"
)

func main() {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SHOW_PRICES") != "" {
		log.Fatal(feed.Show(addr, ops.Count(20)))
	}
	go func() { log.Fatal(feed.Serve(addr)) }()
	startDisplays()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
