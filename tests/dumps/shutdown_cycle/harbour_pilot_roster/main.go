package main

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"pilotage.fi/roster/internal/ops"
	"pilotage.fi/roster/roster"
)

func main() {
	r := roster.New([]string{"kotka", "hanko", "rauma", "oulu"}, 6*time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/duty/", func(w http.ResponseWriter, req *http.Request) {
		fmt.Fprintln(w, r.OnDuty(strings.TrimPrefix(req.URL.Path, "/duty/")).Name)
	})
	mux.HandleFunc("/replan", func(w http.ResponseWriter, req *http.Request) {
		r.Replan(req.URL.Query()["station"], 6*time.Millisecond)
	})
	ops.Start(mux)
	ops.Wait()
}
