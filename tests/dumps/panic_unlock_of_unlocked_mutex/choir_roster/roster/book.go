package roster

import "sync"

type Book struct {
	*sync.RWMutex
	voices map[string]string
}

func Open() *Book {
	return &Book{RWMutex: new(sync.RWMutex), voices: map[string]string{"Ada": "soprano"}}
}

func (b *Book) Join(name, voice string) {
	b.Lock()
	defer b.Unlock()
	b.voices[name] = voice
}

func (b *Book) Voice(name string) string {
	b.RLock()
	defer b.Unlock()
	return b.voices[name]
}
