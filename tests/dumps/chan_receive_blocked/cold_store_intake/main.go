package main

import (
	"fmt"
	"log"
	"net/http"

	"frostline.no/intake/internal/ops"
	"frostline.no/intake/pallet"
)

type intake struct {
	scanner *pallet.Scanner
}

func (in *intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	progress := make(chan pallet.Progress)
	go func() {
		last := 0
		for p := range progress {
			if p.Percent/25 != last/25 {
				log.Printf("pallet %s: %d%%", p.Pallet, p.Percent)
			}
			last = p.Percent
		}
	}()
	crates, err := in.scanner.Scan(r.URL.Query().Get("pallet"), progress)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	fmt.Fprintln(w, crates)
}

func main() {
	log.SetFlags(0)
	mux := http.NewServeMux()
	mux.Handle("/intake", &intake{scanner: pallet.NewScanner()})
	ops.Start(mux)
	ops.Wait()
}
