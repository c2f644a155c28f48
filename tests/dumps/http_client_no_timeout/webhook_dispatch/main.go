package main

import (
	"encoding/json"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"strings"

	"hooks.acme.example/dispatcher/deliver"
)

func main() {
	pool := deliver.Start(2*runtime.GOMAXPROCS(0)+4, 10)

	http.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		var ev deliver.Event
		ev.Kind = r.URL.Query().Get("kind")
		ev.Target = endpoint(ev.Kind)
		if err := json.NewEncoder(w).Encode(map[string]bool{"accepted": pool.Offer(ev)}); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}

func endpoint(kind string) string {
	if strings.HasPrefix(kind, "ship") {
		return "http://" + os.Getenv("UPSTREAM_SILENT") + "/hooks"
	}
	return os.Getenv("UPSTREAM") + "/hooks"
}
