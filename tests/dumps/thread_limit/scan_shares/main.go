// Command scanshares reads the status pipes of all shops at once.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"syscall"
)

// status waits for one line of a shop's pipe.
func status(path string) (string, error) {
	f, err := os.OpenFile(path, os.O_RDONLY, 0) // BUG: waits in the kernel, on a thread, until somebody writes
	if err != nil {
		return "", err
	}
	defer f.Close()
	var line string
	_, err = fmt.Fscanln(f, &line)
	return line, err
}

func main() {
	debug.SetMaxThreads(100) // so that a runaway is seen before the machine suffers
	folder, err := os.MkdirTemp("", "shops")
	if err != nil {
		panic(err)
	}
	var wg sync.WaitGroup
	for i := 0; i < 300; i++ {
		path := filepath.Join(folder, fmt.Sprintf("shop-%03d", i))
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			panic(err)
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			status(path)
		}()
	}
	wg.Wait()
}
