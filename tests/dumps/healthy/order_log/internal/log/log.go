// Package log writes lines into a buffer and the buffer to stderr, as loggers made after glog do.
package log

import (
	"bufio"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

var (
	mu  sync.Mutex
	out = bufio.NewWriterSize(os.Stderr, 64<<10)
)

func init() {
	go flushDaemon()
	go signalFlusher()
}

// Info writes a line.
func Info(line string) {
	mu.Lock()
	defer mu.Unlock()
	out.WriteString(time.Now().Format(time.RFC3339) + " " + line + "\n")
}

// Flush writes out what is buffered.
func Flush() {
	mu.Lock()
	defer mu.Unlock()
	out.Flush()
}

func flushDaemon() {
	for range time.NewTicker(time.Second).C {
		Flush()
	}
}

func signalFlusher() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGHUP)
	for range asked {
		Flush()
	}
}
