// Command imports takes price lists.
package main

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"

	"github.com/northshop/imports/internal/csvimport"
	"github.com/northshop/imports/internal/ops"
)

const list = "A1;northpost;12\nA2;quickship;14\nA3;parcelo\n"

func main() {
	var stored int64
	mux := http.NewServeMux()
	mux.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		err := csvimport.Import(strings.NewReader(list), func([]string) { atomic.AddInt64(&stored, 1) })
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, atomic.LoadInt64(&stored))
	})
	ops.Start(mux)
	ops.Wait()
}
