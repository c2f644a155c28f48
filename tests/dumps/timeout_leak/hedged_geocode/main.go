package main

import (
	"encoding/json"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"gitlab.com/routier/addressd/geo"
)

type app struct{ index *geo.Index }

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p, err := a.index.Locate(r.Context(), r.URL.Query().Get("q"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(p)
}

func main() {
	a := &app{&geo.Index{After: 3 * time.Millisecond, Replicas: []*geo.Replica{
		{Zone: "fra", Latency: 30 * time.Millisecond},
		{Zone: "ams", Latency: 12 * time.Millisecond},
		{Zone: "dub", Latency: 90 * time.Millisecond},
	}}}
	http.Handle("/locate", a)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
