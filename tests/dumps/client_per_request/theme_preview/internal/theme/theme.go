// Package theme draws the shops' pages.
package theme

import (
	"fmt"
	"os"

	"github.com/fsnotify/fsnotify"
)

// Store is the folder of the themes.
type Store struct{ folder string }

// NewStore returns the themes in folder.
func NewStore(folder string) (*Store, error) { return &Store{folder}, nil }

// Preview draws the page of a shop, and again if its files change meanwhile.
func (s *Store) Preview(shop string) (string, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return "", err
	}
	if err := watcher.Add(s.folder); err != nil {
		return "", err
	}
	for {
		page, err := s.draw(shop)
		if err != nil {
			return "", err
		}
		select {
		case <-watcher.Events:
		default:
			return page, nil
		}
	}
}

func (s *Store) draw(shop string) (string, error) {
	files, err := os.ReadDir(s.folder)
	return fmt.Sprintf("%s, %d templates", shop, len(files)), err
}
