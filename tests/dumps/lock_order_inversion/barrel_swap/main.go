// Command barrels keeps what lies in the barrels of a cellar, and turns wine over at night.
package main

import (
	"fmt"
	"net/http"

	"github.com/weingut/barrels/internal/cellar"
	"github.com/weingut/barrels/internal/ops"
)

func main() {
	oak, steel := cellar.NewBarrel("oak 12", 220), cellar.NewBarrel("steel 3", 900)
	crew := &cellar.Crew{}
	mux := http.NewServeMux()
	mux.HandleFunc("/turn", func(w http.ResponseWriter, r *http.Request) {
		go crew.Rack(oak, steel, 40)
		go crew.Rack(steel, oak, 60)
		fmt.Fprintln(w, "two turns planned")
	})
	ops.Start(mux)
	ops.Wait()
}
