package main

import (
	"net/http"

	"plantctl/fsm"
	"plantctl/internal/ops"
)

type valve struct {
	fsm.Machine
	tag string
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/valves/open", func(w http.ResponseWriter, r *http.Request) {
		v := valve{tag: r.URL.Query().Get("tag")}
		v.Configure(fsm.Closed)
		v.Fire(fsm.Open)
		w.Write([]byte(v.tag))
	})
	ops.Start(mux)
	ops.Wait()
}
