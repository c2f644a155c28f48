// Command invoice renders invoices as PDF.
package main

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/invoice-pdf/internal/ops"
)

type renderer struct{ font []byte }

func (r *renderer) glyph(page, i int) byte {
	sum := sha256.Sum256(append(r.font[:64:64], byte(page), byte(i)))
	return sum[0]
}

func (r *renderer) page(n int) (ink int) {
	for i := 0; i < 400000; i++ {
		ink += int(r.glyph(n, i))
	}
	return ink
}

func (r *renderer) invoice(id string) int {
	ink, until := 0, time.Now().Add(2*time.Minute)
	for n := 0; n < 5000 && time.Now().Before(until); n++ {
		ink += r.page(n)
	}
	return ink
}

func main() {
	r := &renderer{font: make([]byte, 64)}
	mux := http.NewServeMux()
	mux.HandleFunc("/invoice", func(w http.ResponseWriter, req *http.Request) {
		fmt.Fprintln(w, r.invoice(req.URL.Query().Get("id"))) // BUG: nothing limits how many are rendered at once
	})
	ops.Start(mux)
	ops.Wait()
}
