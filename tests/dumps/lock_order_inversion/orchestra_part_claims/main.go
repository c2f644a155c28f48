// Command parts prints what the players of an orchestra ask for.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"sheetlibrary.org/parts/desk"
	"sheetlibrary.org/parts/internal/ops"
)

func main() {
	d := desk.New(30 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/rehearse", func(w http.ResponseWriter, r *http.Request) {
		copies, _ := strconv.Atoi(r.URL.Query().Get("copies"))
		fmt.Fprintln(w, d.Print(r.URL.Query().Get("part"), copies))
	})
	mux.HandleFunc("/season", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, d.Season(r.URL.Query().Get("part"), ops.Count(12)))
	})
	ops.Start(mux)
	ops.Wait()
}
