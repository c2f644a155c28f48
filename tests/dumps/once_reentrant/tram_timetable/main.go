package main

import (
	"net/http"

	"tram.example/timetable/internal/ops"
	"tram.example/timetable/settings"
	_ "tram.example/timetable/vault"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/next", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(settings.Get().Feed))
	})
	ops.Start(mux)
	ops.Wait()
}
