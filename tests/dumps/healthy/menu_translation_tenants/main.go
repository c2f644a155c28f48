package main

import (
	"fmt"
	"net/http"
	"strings"

	"bistro.it/tenants/internal/ops"
	"bistro.it/tenants/translate"
)

func main() {
	houses := map[string]*translate.Pool{}
	for i := 0; i < ops.Count(9); i++ {
		houses[fmt.Sprint("h", i)] = translate.Start(4)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/menu", func(w http.ResponseWriter, r *http.Request) {
		p := houses[r.URL.Query().Get("house")]
		if p == nil {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintln(w, strings.Join(p.Menu(strings.Split(r.URL.Query().Get("words"), ",")), ","))
	})
	ops.Start(mux)
	ops.Wait()
}
