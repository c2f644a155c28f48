// Command audit records who changed what; a single goroutine writes the records.
package main

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/northshop/audit/internal/ops"
)

type record struct {
	user string
	at   time.Time
}

type trail struct {
	records chan record
	sink    func(record) error
}

func newTrail(sink func(record) error) *trail {
	t := &trail{records: make(chan record, 16), sink: sink}
	go t.write()
	return t
}

func (t *trail) write() {
	for r := range t.records {
		if err := t.sink(r); err != nil {
			// BUG: the only receiver goes, the senders are not told.
			log.Printf("audit: %v", err)
			return
		}
	}
}

func (t *trail) add(user string) { t.records <- record{user, time.Now()} }

func main() {
	written := 0
	t := newTrail(func(r record) error {
		if written++; written > 3 {
			return errors.New("no space left on device")
		}
		return nil
	})
	mux := http.NewServeMux()
	mux.HandleFunc("/change", func(w http.ResponseWriter, r *http.Request) {
		t.add(r.URL.Query().Get("user"))
		fmt.Fprintln(w, "ok")
	})
	ops.Start(mux)
	ops.Wait()
}
