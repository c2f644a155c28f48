package main

import (
	"fmt"
	"net/http"
	"time"

	"hallenlogistik.de/mfc/flow"
	"hallenlogistik.de/mfc/internal/ops"
)

func hall() *flow.Station {
	pick, pack, label := flow.NewStation("pick", 6), flow.NewStation("pack", 6), flow.NewStation("label", 6)
	pick.Step = func(t flow.Tote) (flow.Tote, *flow.Station) {
		time.Sleep(2 * time.Millisecond)
		return t, pack
	}
	pack.Step = func(t flow.Tote) (flow.Tote, *flow.Station) {
		time.Sleep(time.Millisecond)
		if t.Tries < 3 { // something was missing
			t.Tries++
			return t, pick
		}
		return t, label
	}
	label.Step = func(t flow.Tote) (flow.Tote, *flow.Station) { return t, nil }
	pick.Man(6)
	pack.Man(4)
	label.Man(2)
	return pick
}

func main() {
	entry := hall()
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		select {
		case entry.In <- flow.Tote{ID: r.FormValue("id")}:
			fmt.Fprintln(w, "queued")
		case <-time.After(2 * time.Second):
			http.Error(w, "hall is full", http.StatusTooManyRequests)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
