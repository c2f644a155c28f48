package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync/atomic"

	"github.com/faktura/billingd/schedule"
)

func main() {
	var runs int64
	p := schedule.NewPlanner(func(tenant string) { atomic.AddInt64(&runs, 1) })
	http.HandleFunc("/plan", func(w http.ResponseWriter, r *http.Request) {
		if err := p.Replace(r.FormValue("tenant"), r.FormValue("spec")); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	})
	log.Println(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
