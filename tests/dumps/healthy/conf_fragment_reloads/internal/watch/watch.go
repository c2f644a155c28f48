// Package watch reloads configuration fragments; a fragment that goes bad is no longer watched.
//
// The loop that reads the events calls Remove. With github.com/fsnotify/fsnotify 1.4.7 Remove does not wait for the
// kernel: https://github.com/fsnotify/fsnotify/issues/123 tells of 1.4.2.
package watch

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// Service answers the requests.
type Service struct {
	dir string
	w   *fsnotify.Watcher
	mu  sync.Mutex
	n   int
}

// New returns the service.
func New() (*Service, error) {
	dir, err := os.MkdirTemp("", "confwatch")
	if err != nil {
		return nil, err
	}
	for i := 0; i < 8; i++ {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("frag-%d.conf", i)), []byte("a=1\n"), 0o644); err != nil {
			return nil, err
		}
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	s := &Service{dir: dir, w: w}
	for i := 0; i < 8; i++ {
		if err := w.Add(filepath.Join(dir, fmt.Sprintf("frag-%d.conf", i))); err != nil {
			return nil, err
		}
	}
	go s.loop()
	return s, nil
}

func (s *Service) loop() {
	for {
		select {
		case ev, ok := <-s.w.Events:
			if !ok {
				return
			}
			s.reload(ev.Name)
		case err := <-s.w.Errors:
			log.Println("watch:", err)
		}
	}
}

func (s *Service) reload(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.n++
	if filepath.Base(name) == "frag-0.conf" {
		if err := s.w.Remove(name); err != nil {
			log.Println("remove:", err)
		}
	}
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/touch", func(w http.ResponseWriter, r *http.Request) {
		for k := 0; k < 40; k++ {
			for i := 0; i < 8; i++ {
				_ = os.WriteFile(filepath.Join(s.dir, fmt.Sprintf("frag-%d.conf", i)), []byte("a=2\n"), 0o644)
			}
		}
		fmt.Fprintln(w, "touched")
	})
	mux.HandleFunc("/reloads", func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		fmt.Fprintln(w, s.n)
	})
}
