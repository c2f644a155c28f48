// Command consignments checks bills of lading against the list of embargoed tariffs.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"freight.example/consignments/cargo"
	"freight.example/consignments/internal/ops"
)

var errEmbargo = errors.New("contains goods that may not be shipped")

type verdicts struct {
	mu    sync.RWMutex
	seen  map[string]string
	total int
}

func (v *verdicts) remember(bill, text string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.seen[bill] = text
	v.total++
}

type Inspector struct {
	embargo map[string]bool
	log     *verdicts
}

// Check stops at the first package that may not go.
func (i *Inspector) Check(c *cargo.Consignment) (grams int, err error) {
	for p := range c.Flat() {
		if i.embargo[p.Tariff] {
			i.log.remember(c.Bill, p.Code)
			return grams, fmt.Errorf("%s: %w", p.Code, errEmbargo)
		}
		grams += p.Grams
	}
	i.log.remember(c.Bill, "free")
	return grams, nil
}

func (i *Inspector) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("bill"))
	grams, err := i.Check(cargo.Sample("BL"+r.URL.Query().Get("bill"), n))
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	fmt.Fprintf(w, "free, %d g\n", grams)
}

func main() {
	in := &Inspector{embargo: map[string]bool{"3604": true}, log: &verdicts{seen: map[string]string{}}}
	mux := http.NewServeMux()
	mux.Handle("/check", in)
	ops.Start(mux)
	ops.Wait()
}
