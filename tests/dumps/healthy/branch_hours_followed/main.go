// Command hours answers when a branch of the library is open; each branch has a folder that its staff edit.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"example.com/library/hours/internal/follow"
	"example.com/library/hours/internal/ops"
	"example.com/library/hours/internal/table"
)

func main() {
	root, err := os.MkdirTemp("", "hours")
	if err != nil {
		log.Fatal(err)
	}
	t := table.New()
	for i := 0; i < ops.Count(12); i++ {
		branch := fmt.Sprintf("branch%d", i)
		dir := filepath.Join(root, branch)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			log.Fatal(err)
		}
		if err := follow.Dir(dir, branch, t); err != nil {
			log.Fatal(err)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/hours", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, t.Get(r.FormValue("branch")))
	})
	mux.HandleFunc("/edit", func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(root, filepath.Base(r.FormValue("branch")), "hours.json")
		if err := os.WriteFile(name, []byte(r.FormValue("text")), 0o644); err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
