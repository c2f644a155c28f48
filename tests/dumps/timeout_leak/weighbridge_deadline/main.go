// Command weighbridge tells the gate what a lorry weighs.
package main

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/haulier/weighbridge/internal/ops"
	"github.com/haulier/weighbridge/pkg/scale"
)

type gate struct {
	in, out *scale.Bridge
}

func (g *gate) weigh(b *scale.Bridge) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		reading, err := b.Weigh(r.URL.Query().Get("plate"))
		if err != nil {
			http.Error(w, b.Name+": "+err.Error(), http.StatusServiceUnavailable)
			return
		}
		json.NewEncoder(w).Encode(reading)
	}
}

func main() {
	g := &gate{
		in:  scale.NewBridge("inbound", 30*time.Millisecond, 400*time.Millisecond),
		out: scale.NewBridge("outbound", 120*time.Millisecond, 50*time.Millisecond),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/in", g.weigh(g.in))
	mux.HandleFunc("/out", g.weigh(g.out))
	ops.Start(mux)
	ops.Wait()
}
