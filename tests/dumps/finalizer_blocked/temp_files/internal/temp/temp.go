// Package temp makes files that vanish when nobody uses them.
package temp

import "runtime"

type File struct {
	name  string
	data  []byte
	store *Store
}

type Store struct{ garbage chan string }

func NewStore() *Store { return &Store{garbage: make(chan string, 2)} }

// Create makes a file.
func (s *Store) Create(name string) *File {
	f := &File{name: name, store: s}
	runtime.SetFinalizer(f, (*File).release)
	return f
}

func (f *File) Write(data []byte) { f.data = append(f.data, data...) }

func (f *File) release() {
	f.store.garbage <- f.name // BUG: nobody removes files yet, so the finalizer goroutine stands still
}
