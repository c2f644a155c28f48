package audit

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"time"
)

type Entry struct {
	Who, What string
	At        time.Time
}

type Trail struct {
	queue chan Entry
	sink  io.Writer
}

func Open(depth int) *Trail {
	t := &Trail{queue: make(chan Entry, depth), sink: &limited{left: 200}}
	go func() {
		if err := t.drain(); err != nil {
			log.Printf("audit: %v", err)
		}
	}()
	return t
}

func (t *Trail) drain() error {
	enc := json.NewEncoder(t.sink)
	for e := range t.queue {
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

func (t *Trail) Record(e Entry) {
	e.At = time.Now()
	t.queue <- e
}

type limited struct{ left int }

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, errors.New("volume is full")
	}
	return len(p), nil
}
