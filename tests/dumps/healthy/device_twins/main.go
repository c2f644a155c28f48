package main

import (
	"fmt"
	"net/http"

	"github.com/gridworks/twins/actor"
	"github.com/gridworks/twins/internal/ops"
)

type reading struct{ watts float64 }

type meter struct {
	serial string
	total  float64
}

func (m *meter) Receive(msg any) {
	switch v := msg.(type) {
	case reading:
		m.total += v.watts
	}
}

func main() {
	sys := actor.NewSystem()
	for i := 0; i < ops.Count(300); i++ {
		sys.Spawn(fmt.Sprintf("meter-%d", i), &meter{serial: fmt.Sprint(i)})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/reading", func(w http.ResponseWriter, r *http.Request) {
		if !sys.Tell("meter-"+r.URL.Query().Get("m"), reading{230}) {
			http.NotFound(w, r)
		}
	})
	ops.Start(mux)
	ops.Wait()
	sys.Shutdown()
}
