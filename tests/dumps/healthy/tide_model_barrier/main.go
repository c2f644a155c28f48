package main

import (
	"fmt"
	"net/http"
	"sync/atomic"

	"coast.example/tidemodel/internal/ops"
	"coast.example/tidemodel/sim"
)

func main() {
	model := sim.NewModel(ops.Count(8))
	var step int64
	go model.Run(1_000_000, func(n int) { atomic.StoreInt64(&step, int64(n)) })
	mux := http.NewServeMux()
	mux.HandleFunc("/progress", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "step", atomic.LoadInt64(&step))
	})
	ops.Start(mux)
	ops.Wait()
}
