// Command drain writes what is queued and ends.
package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

type writer struct{ lines chan string }

func (w *writer) run() {
	for line := range w.lines {
		time.Sleep(time.Millisecond)
		fmt.Println(line)
	}
}

func main() {
	w := &writer{lines: make(chan string, 3)}
	go w.run()
	w.lines <- "one"
	w.lines <- "two"
	if os.Getenv("BLOCKED") == "" {
		close(w.lines)
	}
	runtime.Goexit() // BUG: the process does not end when the last goroutine does
}
