// Command doors reports the doors of the cold stores that stay open.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/doors/internal/alarm"
	"github.com/northshop/doors/internal/ops"
)

func main() {
	bell, err := alarm.NewBell(os.Getenv("UPSTREAM_MQTT"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/open", func(w http.ResponseWriter, r *http.Request) {
		if err := bell.Ring(r.URL.Query().Get("door")); err != nil {
			log.Printf("ring: %v", err)
			http.Error(w, "no answer", http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
