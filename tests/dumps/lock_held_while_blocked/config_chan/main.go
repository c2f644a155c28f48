// Command config keeps settings.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/config/internal/ops"
	"github.com/northshop/config/internal/registry"
)

// logChanges stops after the first few: the log was full of them.
func logChanges(changes <-chan string) {
	for i := 0; i < 5; i++ {
		log.Printf("changed: %s", <-changes)
	}
}

func main() {
	r := registry.New()
	go logChanges(r.Changes())
	mux := http.NewServeMux()
	mux.HandleFunc("/set", func(w http.ResponseWriter, req *http.Request) {
		r.Set(req.URL.Query().Get("name"), "on")
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("/get", func(w http.ResponseWriter, req *http.Request) {
		fmt.Fprintln(w, r.Get(req.URL.Query().Get("name")))
	})
	ops.Start(mux)
	ops.Wait()
}
