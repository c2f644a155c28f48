// Command tickets shows the lorries of a quarry what they are charged.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"example.org/quarry/tickets/internal/ops"
	"example.org/quarry/tickets/queue"
)

type api struct{ m *queue.Manager }

func (a api) follow(w http.ResponseWriter, r *http.Request) {
	rd := a.m.Follow(r.URL.Query().Get("job"))
	defer rd.Close()
	for {
		select {
		case e := <-rd.C:
			time.Sleep(30 * time.Millisecond) // the printer
			fmt.Fprintf(w, "data: %.1f t, sum %.1f t\n\n", e.Tons, a.m.Book(e))
		case <-r.Context().Done():
			return
		}
	}
}

func (a api) weigh(w http.ResponseWriter, r *http.Request) {
	tons, _ := strconv.ParseFloat(r.URL.Query().Get("tons"), 64)
	a.m.Weigh(r.URL.Query().Get("job"), tons)
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	a := api{queue.NewManager()}
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", a.follow)
	mux.HandleFunc("/weigh", a.weigh)
	ops.Start(mux)
	ops.Wait()
}
