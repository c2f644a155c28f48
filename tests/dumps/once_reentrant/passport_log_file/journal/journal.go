// Package journal is the office's logger; it is made when first used.
package journal

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

type Journal struct {
	mu    sync.Mutex
	out   io.Writer
	debug bool
}

var (
	once    sync.Once
	journal *Journal
)

// Get returns the process's journal.
func Get() *Journal {
	once.Do(func() {
		journal = &Journal{out: os.Stderr}
		applyEnv()
	})
	return journal
}

func applyEnv() {
	if path := os.Getenv("JOURNAL_FILE"); path != "" {
		if err := SetFile(path); err != nil {
			fmt.Fprintln(os.Stderr, "journal:", err)
		}
	}
}

// SetFile makes the journal write to a file as well.
func SetFile(path string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	j := Get()
	j.mu.Lock()
	defer j.mu.Unlock()
	j.out = io.MultiWriter(j.out, f)
	return nil
}

// Note writes one line.
func (j *Journal) Note(format string, args ...interface{}) {
	j.mu.Lock()
	defer j.mu.Unlock()
	fmt.Fprintf(j.out, time.Now().Format("15:04:05 ")+format+"\n", args...)
}
