// Command photos takes the uploads of the registration offices.
package main

import (
	"fmt"
	"net/http"
	"strings"

	"example.org/passport/photos/check"
	"example.org/passport/photos/internal/ops"
)

func upload(w http.ResponseWriter, r *http.Request) {
	batch := check.Start(4)
	for i, who := range strings.Split(r.URL.Query().Get("who"), ",") {
		p := check.Photo{Applicant: who, Pixels: make([]byte, 100)}
		if strings.HasPrefix(who, "paper") {
			p.Pixels = nil
		}
		if err := batch.Add(p); err != nil {
			http.Error(w, fmt.Sprintf("photo %d: %v", i, err), http.StatusUnprocessableEntity)
			return
		}
	}
	for _, v := range batch.Finish() {
		fmt.Fprintf(w, "%s %v %x\n", v.Applicant, v.OK, v.Sum[:4])
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/upload", upload)
	ops.Start(mux)
	ops.Wait()
}
