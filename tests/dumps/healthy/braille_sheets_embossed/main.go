package main

import (
	"net/http"

	"dotpress.example/emboss/internal/ops"
	"dotpress.example/emboss/press"
)

type shop struct{ machine press.Machine }

// book streams a book, sheet after sheet, as fast as the reader takes them.
func (s shop) book(w http.ResponseWriter, r *http.Request) {
	for sheet := range s.machine.Run(r.Context(), r.URL.Query().Get("title")) {
		dots, ok := sheet.Dots(r.Context())
		if !ok {
			return
		}
		if _, err := w.Write(dots); err != nil {
			return
		}
	}
}

func main() {
	s := shop{press.Machine{Printers: ops.Count(6)}}
	mux := http.NewServeMux()
	mux.HandleFunc("/book", s.book)
	ops.Start(mux)
	ops.Wait()
}
