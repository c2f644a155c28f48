// Command cars tells the passengers of a ropeway which stations are open.
package main

import (
	"fmt"
	"io"
	"net/http"
	"time"

	"ropeway.hochtal.example/cars/internal/ops"
	"ropeway.hochtal.example/cars/internal/registry"
	"ropeway.hochtal.example/cars/internal/stations"
)

func main() {
	b := stations.New(registry.Serve())
	mux := http.NewServeMux()
	mux.HandleFunc("/station", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, b.Follow("summit", r.FormValue("passenger")))
	})
	go watchWind(ops.Upstream(false)+"/wind", 2*time.Second)
	ops.Start(mux)
	ops.Wait()
}

// watchWind asks for the wind with the default client, whose one connection is used again and again.
func watchWind(url string, every time.Duration) {
	for range time.Tick(every) {
		res, err := http.Get(url)
		if err != nil {
			continue
		}
		io.Copy(io.Discard, res.Body)
		res.Body.Close()
	}
}
