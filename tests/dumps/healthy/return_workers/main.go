// Command returns runs the workflows of three kinds of parcels that come back.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/returns/internal/ops"
	"github.com/northshop/returns/internal/returns"
)

func main() {
	stop, err := returns.Start(&idleService{}, "letters", "parcels", "pallets")
	if err != nil {
		log.Fatal(err)
	}
	defer stop()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
