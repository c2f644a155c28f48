// Package follow reads the hours again when their file changes.
package follow

import (
	"log"

	"github.com/fsnotify/fsnotify"

	"example.com/library/hours/internal/table"
)

// Dir loads the files of dir whenever they change.
func Dir(dir, branch string, t *table.Table) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := w.Add(dir); err != nil {
		w.Close()
		return err
	}
	go read(w, branch, t)
	return nil
}

func read(w *fsnotify.Watcher, branch string, t *table.Table) {
	for {
		select {
		case event, ok := <-w.Events:
			if !ok {
				return
			}
			if !event.Has(fsnotify.Write) {
				continue
			}
			if err := t.Load(branch, event.Name); err != nil {
				log.Printf("%s: %v", branch, err)
			}
		case err := <-w.Errors:
			log.Printf("%s: %v", branch, err)
		}
	}
}
