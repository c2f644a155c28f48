// Command houses answers with the settings of each theatre, which its technicians edit as files.
package main

import (
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"curtain.example/houses/follow"
	"curtain.example/houses/internal/ops"
	"curtain.example/houses/settings"
)

func main() {
	root, err := os.MkdirTemp("", "houses")
	if err != nil {
		log.Fatal(err)
	}
	set := settings.NewSet()
	for i := 0; i < ops.Count(36); i++ {
		house := "house" + strconv.Itoa(i)
		dir := filepath.Join(root, house)
		if err := os.Mkdir(dir, 0o755); err != nil {
			log.Fatal(err)
		}
		if err := follow.Dir(dir, house, set); err != nil {
			log.Fatal(err)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/settings", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(set.Get(r.URL.Query().Get("house"))))
	})
	mux.HandleFunc("/edit", func(w http.ResponseWriter, r *http.Request) {
		file := filepath.Join(root, filepath.Base(r.URL.Query().Get("house")), "lights.json")
		if err := os.WriteFile(file, []byte(`{"dim": 30}`), 0o644); err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
