// Command scores finds parts for musicians.
package main

import (
	"fmt"
	"log"
	"net/http"
	"strings"

	"music.example/scores/archive"
	"music.example/scores/internal/ops"
)

type desk struct{ archive *archive.Archive }

func (d *desk) first(words ...string) string {
next:
	for path := range d.archive.Parts() {
		for _, w := range words {
			if !strings.Contains(path, w) {
				continue next
			}
		}
		return path
	}
	return ""
}

func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, d.first(r.URL.Query()["q"]...))
}

func main() {
	a, err := archive.Seed()
	if err != nil {
		log.Fatal(err)
	}
	defer a.Close()
	mux := http.NewServeMux()
	mux.Handle("/find", &desk{a})
	ops.Start(mux)
	ops.Wait()
}
