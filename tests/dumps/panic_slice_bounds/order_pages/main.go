// Command orders lists orders by pages.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strconv"

	"github.com/northshop/order-pages/internal/ops"
)

const pageSize = 20

type orders struct{ ids []string }

func (o *orders) page(n int) []string {
	end := (n + 1) * pageSize
	if end > len(o.ids) {
		end = len(o.ids)
	}
	return o.ids[n*pageSize : end] // BUG: the start of a page behind the last one is larger than the end
}

func (o *orders) export(pages int) {
	for n := 0; n < pages; n++ {
		fmt.Println(len(o.page(n)))
	}
}

func main() {
	o := &orders{}
	for i := 0; i < 37; i++ {
		o.ids = append(o.ids, fmt.Sprintf("N-%04d", i))
	}
	if os.Getenv("EXPORT") != "" {
		o.export(4)
		return
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("page"))
		for _, id := range o.page(n) {
			fmt.Fprintln(w, id)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
