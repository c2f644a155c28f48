// Command scans takes the pictures of the scanning stations.
package main

import (
	"context"
	"fmt"
	"net/http"

	"example.org/herbarium/scans/internal/ops"
	"example.org/herbarium/scans/scan"
)

type station struct {
	archive *scan.Archive
	belt    chan scan.Sheet
	bad     chan error
}

func (s *station) work() {
	for sheet := range s.belt {
		if err := s.archive.Ingest(context.Background(), sheet); err != nil {
			select {
			case s.bad <- err:
			default:
			}
		}
	}
}

func main() {
	archive := scan.Open(400)
	n := ops.Count(8)
	s := &station{archive: archive, belt: make(chan scan.Sheet, 1000), bad: make(chan error, 10)}
	for i := 0; i < n; i++ {
		go s.work()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/sheet", func(w http.ResponseWriter, r *http.Request) {
		s.belt <- scan.Sheet{Barcode: r.URL.Query().Get("barcode"), MB: 60}
		fmt.Fprintln(w, "queued")
	})
	ops.Start(mux)
	ops.Wait()
}
