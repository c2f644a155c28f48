// Command partitions works on the partitions of the catalogue whose locks it holds.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/partitions/internal/ops"
	"github.com/northshop/partitions/internal/owner"
)

func main() {
	if err := owner.Hold(startPeer(), ops.Count(30)); err != nil {
		log.Fatal(err)
	}
	ops.Start(http.NewServeMux())
	ops.Wait()
}
