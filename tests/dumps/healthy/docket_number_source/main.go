// Command dockets registers the cases of a court.
package main

import (
	"fmt"
	"net/http"

	"court.fairholt.example/dockets/internal/ops"
	"court.fairholt.example/dockets/number"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/docket", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, r.FormValue("case"), number.Next())
	})
	ops.Start(mux)
	ops.Wait()
}
