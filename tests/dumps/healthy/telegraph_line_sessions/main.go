package main

import (
	"fmt"
	"net/http"

	"morsewire.example/lines/internal/ops"
	"morsewire.example/lines/wire"
)

// attend keeps one line to a station until its session has ended.
func attend(s *wire.Session) {
	s.Start()
	s.Send("QRV")
	<-s.Ended()
}

func main() {
	stations := map[string]*wire.Session{}
	for _, name := range []string{"penzance", "crewe", "goole", "wick"} {
		s := wire.NewSession(name)
		stations[name] = s
		go attend(s)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/send/", func(w http.ResponseWriter, r *http.Request) {
		s, ok := stations[r.URL.Path[len("/send/"):]]
		if !ok || !s.Send(r.URL.Query().Get("text")) {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintln(w, s.Sent())
	})
	ops.Start(mux)
	ops.Wait()
	for _, s := range stations {
		s.Close()
	}
}
