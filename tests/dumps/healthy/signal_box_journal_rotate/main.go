// Command journal is the signal box's memory.
package main

import (
	"fmt"
	"net/http"
	"time"

	"example.org/signalbox/journal/internal/ops"
	"example.org/signalbox/journal/journal"
)

type archive struct {
	client *http.Client
	base   string
}

// Save hands a page to the railway's archive.
func (a archive) Save(page string) error {
	resp, err := a.client.Get(fmt.Sprintf("%s/slow?ms=2500&length=%d", a.base, len(page)))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	j := journal.Open(archive{&http.Client{Timeout: 10 * time.Second}, ops.Upstream(false)})
	mux := http.NewServeMux()
	mux.HandleFunc("/note", func(w http.ResponseWriter, r *http.Request) {
		j.Note(r.URL.Query().Get("signal"), r.URL.Query().Get("aspect"))
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("/rotate", func(w http.ResponseWriter, r *http.Request) {
		n, err := j.Rotate()
		fmt.Fprintln(w, n, err)
	})
	ops.Start(mux)
	ops.Wait()
}
