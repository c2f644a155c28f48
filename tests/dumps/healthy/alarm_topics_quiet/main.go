package main

import (
	"fmt"
	"net/http"

	"tower.example/alarms/bus"
	"tower.example/alarms/internal/ops"
	"tower.example/alarms/parts"
)

func main() {
	b := bus.New()
	parts.Siren(b.Topic("fire"), b.Topic("gas"))
	parts.Pager(b.Topic("fire"), b.Topic("gas"), b.Topic("power"), b.Topic("lift"))
	parts.Journal(b.All("fire", "gas", "power", "lift", "door"))
	parts.Lights(b.Topic("fire"))
	parts.Ventilation(b.Topic("gas"))
	mux := http.NewServeMux()
	mux.HandleFunc("/topics", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, b.Names()) })
	mux.HandleFunc("/raise", func(w http.ResponseWriter, r *http.Request) {
		b.Topic(r.FormValue("topic")).Publish(bus.Alarm{Text: r.FormValue("text")})
	})
	ops.Start(mux)
	ops.Wait()
	b.Close()
}
