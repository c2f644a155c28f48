package main

import (
	"fmt"
	"net/http"
	"strings"

	"gitlab.com/terrasol/tiles/driver"
	"gitlab.com/terrasol/tiles/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/tile", func(w http.ResponseWriter, r *http.Request) {
		p := driver.Find(strings.TrimSpace(r.FormValue("p")))
		fmt.Fprintln(w, p.Name())
	})
	mux.HandleFunc("/projections", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, driver.Names())
	})
	ops.Start(mux)
	ops.Wait()
}
