package main

import (
	"fmt"
	"net/http"

	"bank/es"
	"bank/internal/ops"
)

type balance struct{ byAccount map[string]int64 }

func (b *balance) Apply(e es.Event) { b.byAccount[e.Stream] += e.Amount }

type history struct{ lines []string }

func (h *history) Apply(e es.Event) { h.lines = append(h.lines, e.Stream) }

type fraud struct{ seen int }

func (f *fraud) Apply(e es.Event) { f.seen++ }

func main() {
	st := es.NewStore()
	es.Project[*balance](st, &balance{map[string]int64{}})
	es.Project[*history](st, &history{})
	for i := 0; i < ops.Count(6); i++ {
		es.Project[*fraud](st, &fraud{})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) {
		st.Append(es.Event{Stream: "acc", Amount: 5})
		fmt.Fprintln(w, "ok")
	})
	ops.Start(mux)
	ops.Wait()
}
