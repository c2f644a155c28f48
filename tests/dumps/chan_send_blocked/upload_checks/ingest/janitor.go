package ingest

import (
	"os"
	"path/filepath"
	"time"
)

// Janitor removes what uploads leave behind.
type Janitor struct{ stop chan struct{} }

func StartJanitor(dir string) *Janitor {
	j := &Janitor{stop: make(chan struct{})}
	go j.run(dir)
	return j
}

func (j *Janitor) run(dir string) {
	for {
		select {
		case <-time.After(time.Minute):
			matches, _ := filepath.Glob(filepath.Join(dir, "docvault-*"))
			for _, m := range matches {
				os.Remove(m)
			}
		case <-j.stop:
			return
		}
	}
}

func (j *Janitor) Stop() { close(j.stop) }
