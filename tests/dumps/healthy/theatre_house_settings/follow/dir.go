// Package follow loads settings when their file changes.
package follow

import (
	"log"

	"github.com/fsnotify/fsnotify"

	"curtain.example/houses/settings"
)

// Dir follows a directory as long as the process lives.
func Dir(dir, house string, set *settings.Set) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := w.Add(dir); err != nil {
		w.Close()
		return err
	}
	go loop(w, house, set)
	return nil
}

func loop(w *fsnotify.Watcher, house string, set *settings.Set) {
	defer w.Close()
	for {
		select {
		case event, ok := <-w.Events:
			if !ok {
				return
			}
			if !event.Has(fsnotify.Write) {
				continue
			}
			if err := set.Load(house, event.Name); err != nil {
				log.Printf("%s: %v", house, err)
			}
		case err, ok := <-w.Errors:
			if !ok {
				return
			}
			log.Printf("%s: %v", house, err)
		}
	}
}
