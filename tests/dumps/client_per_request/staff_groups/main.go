// Command staff tells to which groups an employee belongs.
package main

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/northshop/staff/internal/directory"
	"github.com/northshop/staff/internal/ops"
)

func main() {
	staff := directory.New(startDirectory())
	mux := http.NewServeMux()
	mux.HandleFunc("/groups", func(w http.ResponseWriter, r *http.Request) {
		groups, err := staff.Groups(r.URL.Query().Get("user"))
		if err != nil {
			log.Printf("groups: %v", err)
			http.Error(w, "the directory does not answer", http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(groups)
	})
	ops.Start(mux)
	ops.Wait()
}
