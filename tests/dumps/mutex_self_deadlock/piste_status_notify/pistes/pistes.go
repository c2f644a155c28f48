// Package pistes knows which runs of a resort are open.
package pistes

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Board is read from a file that the patrol edits.
type Board struct {
	mu    sync.Mutex
	file  string
	open  map[int]bool
	watch map[chan struct{}]bool
}

// Load reads the file and follows its changes.
func Load(file string) (*Board, error) {
	b := &Board{file: file, open: map[int]bool{}, watch: map[chan struct{}]bool{}}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(filepath.Dir(file)); err != nil {
		return nil, err
	}
	go follow(w, b.changed)
	return b, nil
}

func follow(w *fsnotify.Watcher, tell func(fsnotify.Event)) {
	for {
		select {
		case ev, ok := <-w.Events:
			if !ok {
				return
			}
			if ev.Has(fsnotify.Write) {
				tell(ev)
			}
		case <-w.Errors:
		}
	}
}

func (b *Board) changed(fsnotify.Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	text, err := os.ReadFile(b.file)
	if err != nil {
		return
	}
	for _, field := range strings.Fields(string(text)) {
		if no, err := strconv.Atoi(field); err == nil {
			b.open[no] = true
		}
	}
	b.announce()
}

// Report books what a patrol radioed.
func (b *Board) Report(no int, open bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open[no] = open
	b.announce()
}

func (b *Board) announce() {
	for _, ch := range b.watchers() {
		select {
		case ch <- struct{}{}:
		default:
		}
	}
}

func (b *Board) watchers() []chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := make([]chan struct{}, 0, len(b.watch))
	for ch := range b.watch {
		all = append(all, ch)
	}
	return all
}

// Open tells whether a run may be skied.
func (b *Board) Open(no int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.open[no]
}

// Watch returns a channel that is told of each change, and an end of it.
func (b *Board) Watch() (chan struct{}, func()) {
	ch := make(chan struct{}, 1)
	b.add(ch)
	return ch, func() { b.remove(ch) }
}

func (b *Board) add(ch chan struct{}) {
	b.mu.Lock()
	b.watch[ch] = true
	b.mu.Unlock()
}

func (b *Board) remove(ch chan struct{}) {
	b.mu.Lock()
	delete(b.watch, ch)
	b.mu.Unlock()
}

// CloseAtDusk closes all runs when the day is over.
func (b *Board) CloseAtDusk(every time.Duration) {
	for now := range time.NewTicker(every).C {
		b.mu.Lock()
		if now.Hour() > 22 {
			b.open = map[int]bool{}
		}
		b.mu.Unlock()
	}
}
