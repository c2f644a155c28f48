package main

import (
	"fmt"
	"net/http"

	"twins.local/hub/internal/ops"
	"twins.local/hub/twin"
)

type toggle struct{ on bool }

func (t toggle) Apply(s *twin.State) { s.Relay = t.on }

func sitePlan(n int) (serials []string) {
	for i := 0; i < n; i++ {
		serials = append(serials, fmt.Sprintf("EM%05d", i))
	}
	return serials
}

func main() {
	reg := twin.NewRegistry(sitePlan(ops.Count(30)))
	defer reg.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/relay", func(w http.ResponseWriter, r *http.Request) {
		if !reg.Send(r.FormValue("serial"), toggle{r.FormValue("on") == "1"}) {
			http.NotFound(w, r)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
