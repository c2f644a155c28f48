// Command plots runs the register of an allotment society.
package main

import (
	"fmt"
	"log"
	"net/http"

	"kleingarten.de/plots/internal/ops"
	"kleingarten.de/plots/plots"
)

type office struct{ reg *plots.Register }

func (o *office) survey(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("night") != "" {
		go o.nightly()
		return
	}
	fmt.Fprintln(w, o.reg.Survey())
}

func (o *office) nightly() { log.Printf("%d plots offered", o.reg.Survey()) }

func main() {
	o := &office{plots.NewRegister(40)}
	mux := http.NewServeMux()
	mux.HandleFunc("/survey", o.survey)
	mux.HandleFunc("/reassign", func(w http.ResponseWriter, r *http.Request) { o.reg.Reassign("next") })
	mux.HandleFunc("/plots", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, o.reg.Len()) })
	ops.Start(mux)
	ops.Wait()
}
