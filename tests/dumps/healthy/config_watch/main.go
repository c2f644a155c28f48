// Command configwatch reads its tariffs again when their file changes.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"sync"

	"github.com/fsnotify/fsnotify"

	"github.com/northshop/configwatch/internal/ops"
)

type tariffs struct {
	mu     sync.RWMutex
	path   string
	prices map[string]int
}

func (t *tariffs) watch() error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := w.Add(filepath.Dir(t.path)); err != nil {
		return err
	}
	go func() {
		for event := range w.Events {
			if err := t.load(); err != nil {
				log.Printf("%s: %v", event, err)
			}
		}
	}()
	return nil
}

func (t *tariffs) load() error {
	f, err := os.Open(t.path)
	if err != nil {
		return err
	}
	defer f.Close()
	prices := map[string]int{}
	for {
		var zone string
		var cents int
		if n, err := fmt.Fscan(f, &zone, &cents); n == 0 {
			break
		} else if err != nil {
			return err
		}
		prices[zone] = cents
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.prices = prices
	return nil
}

func main() {
	folder, err := os.MkdirTemp("", "tariffs")
	if err != nil {
		log.Fatal(err)
	}
	t := &tariffs{path: filepath.Join(folder, "tariffs.txt")}
	if err := t.watch(); err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/edit", func(w http.ResponseWriter, r *http.Request) {
		os.WriteFile(t.path, []byte(r.URL.Query().Get("text")), 0o600)
	})
	ops.Start(mux)
	ops.Wait()
}
