package rules

import (
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// Book is the price rules of all markets.
type Book struct {
	mu    sync.RWMutex
	rules map[string]float64
}

func NewBook() *Book { return &Book{rules: map[string]float64{}} }

func (b *Book) Len() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return len(b.rules)
}

// Follow reads the rules of a market again whenever a file of dir changes.
func (b *Book) Follow(market, dir string) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	if err := w.Add(dir); err != nil {
		w.Close()
		return err
	}
	go func() {
		if err := b.loop(market, w); err != nil {
			log.Printf("rules of %s: %v", market, err)
		}
	}()
	return nil
}

func (b *Book) loop(market string, w *fsnotify.Watcher) error {
	for {
		select {
		case event, ok := <-w.Events:
			if !ok {
				return nil
			}
			if !event.Has(fsnotify.Write) {
				continue
			}
			if err := b.read(market, event.Name); err != nil {
				return err
			}
		case err, ok := <-w.Errors:
			if !ok {
				return nil
			}
			return err
		}
	}
}

func (b *Book) read(market, path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	sku, factor, ok := strings.Cut(strings.TrimSpace(string(text)), "=")
	if !ok {
		return fmt.Errorf("%s: no factor", path)
	}
	f, err := strconv.ParseFloat(factor, 64)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	b.mu.Lock()
	b.rules[market+"/"+sku] = f
	b.mu.Unlock()
	return nil
}
