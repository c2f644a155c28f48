package main

import (
	"net/http"
	"strconv"
	"time"

	"stalls.example/boxoffice/internal/ops"
	"stalls.example/boxoffice/queue"
)

type office struct{ line *queue.Line }

// place answers when the visitor may try again; until then the open request is his place.
func (o *office) place(w http.ResponseWriter, r *http.Request) {
	if err := o.line.Hold(r.Context()); err != nil {
		return // gone
	}
	w.Header().Set("Refresh", "0")
	w.WriteHeader(http.StatusAccepted)
}

func (o *office) length(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(strconv.FormatInt(o.line.Len(), 10)))
}

func main() {
	o := &office{line: queue.New(170 * time.Second)}
	mux := http.NewServeMux()
	mux.HandleFunc("/place", o.place)
	mux.HandleFunc("/length", o.length)
	ops.Start(mux)
	ops.Wait()
}
