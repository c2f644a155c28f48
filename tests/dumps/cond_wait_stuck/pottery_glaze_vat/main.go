package main

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"keramik.pt/glaze/internal/ops"
)

type vat struct {
	mu     sync.Mutex
	full   *sync.Cond
	litres int
	used   int
}

func newVat() *vat {
	v := &vat{}
	v.full = sync.NewCond(&v.mu)
	return v
}

// take waits until the vat has the glaze for a series.
func (v *vat) take(litres int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for v.litres < litres {
		v.full.Wait()
	}
	v.litres -= litres
	v.used += litres
}

func (v *vat) fill(litres int) {
	v.mu.Lock()
	v.litres += litres
	enough := v.litres >= 10
	v.mu.Unlock()
	if enough {
		v.full.Signal()
	}
}

type pottery struct{ vats map[string]*vat }

func (p *pottery) handle(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	n, err := strconv.Atoi(q.Get("litres"))
	v := p.vats[q.Get("glaze")]
	if err != nil || v == nil {
		http.Error(w, "which glaze, how much?", http.StatusBadRequest)
		return
	}
	if r.URL.Path == "/fill" {
		v.fill(n)
	} else {
		v.take(n)
	}
	fmt.Fprintln(w, "ok")
}

func main() {
	p := &pottery{map[string]*vat{"celadon": newVat(), "tenmoku": newVat()}}
	mux := http.NewServeMux()
	mux.HandleFunc("/fill", p.handle)
	mux.HandleFunc("/take", p.handle)
	ops.Start(mux)
	ops.Wait()
}
