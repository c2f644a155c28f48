// Command consignments prints packing lists on the terminals' slow line printers.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"freight.example/consignments/cargo"
	"freight.example/consignments/internal/ops"
)

// Printer feeds one line at a time, as fast as the paper moves.
type Printer struct {
	lines    int64
	perLine  time.Duration
	terminal string
}

func (p *Printer) line(w io.Writer, text string) error {
	time.Sleep(p.perLine)
	atomic.AddInt64(&p.lines, 1)
	_, err := fmt.Fprintln(w, text)
	return err
}

type PackingLists struct{ printer *Printer }

func (l *PackingLists) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("bill"))
	ctx, cancel := context.WithTimeout(r.Context(), time.Minute)
	defer cancel()
	flush, _ := w.(http.Flusher)
	for p := range cargo.Sample("BL"+r.URL.Query().Get("bill"), n).Flat(ctx) {
		if err := l.printer.line(w, p.Code+" "+p.Tariff); err != nil {
			return
		}
		flush.Flush()
	}
}

func main() {
	lists := &PackingLists{printer: &Printer{perLine: 700 * time.Millisecond, terminal: "T4"}}
	mux := http.NewServeMux()
	mux.Handle("/list", lists)
	ops.Start(mux)
	ops.Wait()
}
