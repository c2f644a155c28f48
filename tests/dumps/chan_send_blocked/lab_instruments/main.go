package main

import (
	"net/http"
	"strconv"

	"biolab.example/runs/internal/ops"
	"biolab.example/runs/lab"
)

func main() {
	bench := map[string]*lab.Device{}
	for _, name := range []string{"hplc-1", "hplc-2", "ms-1", "reader"} {
		bench[name] = lab.Attach(name)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/runs", func(w http.ResponseWriter, r *http.Request) {
		d, ok := bench[r.FormValue("device")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		volume, _ := strconv.ParseFloat(r.FormValue("ml"), 64)
		d.Enqueue(lab.Run{Sample: r.FormValue("sample"), Volume: volume})
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
