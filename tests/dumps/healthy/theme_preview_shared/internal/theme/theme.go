// Package theme draws the shops' pages.
package theme

import (
	"fmt"
	"os"

	"github.com/fsnotify/fsnotify"
)

// Store is the folder of the themes, with the one watcher that sees it change.
type Store struct {
	folder  string
	watcher *fsnotify.Watcher
}

// NewStore returns the themes in folder.
func NewStore(folder string) (*Store, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &Store{folder, watcher}, watcher.Add(folder)
}

// Preview draws the page of a shop, and again if its files change meanwhile.
func (s *Store) Preview(shop string) (string, error) {
	for {
		page, err := s.draw(shop)
		if err != nil {
			return "", err
		}
		select {
		case <-s.watcher.Events:
		default:
			return page, nil
		}
	}
}

func (s *Store) draw(shop string) (string, error) {
	files, err := os.ReadDir(s.folder)
	return fmt.Sprintf("%s, %d templates", shop, len(files)), err
}
