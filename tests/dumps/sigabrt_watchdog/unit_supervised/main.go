// Command sync mirrors the stock; without arguments it is its own service manager.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

type mirror struct {
	mu    sync.Mutex
	items map[string]int
	beat  int64
}

// pull fetches the stock of one shop.
func (m *mirror) pull(answers chan int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.items["mug"] = <-answers // BUG: held while waiting, and the shop never answers
}

// compress is slow and never pauses.
func (m *mirror) compress() {
	for sum := 0; ; sum++ {
		m.items["mug"] = sum & 7
	}
}

func (m *mirror) heartbeat() {
	for range time.Tick(100 * time.Millisecond) {
		m.mu.Lock()
		atomic.AddInt64(&m.beat, 1)
		m.mu.Unlock()
		fmt.Fprintf(os.NewFile(3, "notify"), "alive\n")
	}
}

// watchdog is the in-process kind: it dies, or prints what everyone does, when there is no progress.
func (m *mirror) watchdog() {
	for last := int64(-1); ; {
		time.Sleep(time.Second)
		now := atomic.LoadInt64(&m.beat)
		if now != last {
			last = now
			continue
		}
		if os.Getenv("WATCHDOG") == "panic" {
			panic(fmt.Sprintf("watchdog: no heartbeat for 1s (beat %d)", now))
		}
		buf := make([]byte, 1<<20)
		fmt.Printf("watchdog: no heartbeat, goroutines:\n%s\n", buf[:runtime.Stack(buf, true)])
		os.Exit(70)
	}
}

func reportMetrics() {
	for range time.Tick(time.Second) {
		fmt.Println("goroutines:", runtime.NumGoroutine())
	}
}

func service() {
	m := &mirror{items: map[string]int{}}
	go reportMetrics()
	if os.Getenv("WATCHDOG") != "" {
		go m.watchdog()
	}
	if os.Getenv("STUCK") != "" {
		go m.heartbeat()
		m.pull(make(chan int))
	}
	m.compress()
}

// supervise starts the service and ends it when it is silent for a second.
func supervise() {
	read, write, _ := os.Pipe()
	unit := exec.Command(os.Args[0], "service")
	unit.Stdout, unit.Stderr, unit.ExtraFiles = os.Stdout, os.Stderr, []*os.File{write}
	if err := unit.Start(); err != nil {
		fmt.Println(err)
		return
	}
	alive := make(chan struct{})
	go func() {
		for buf := make([]byte, 64); ; alive <- struct{}{} {
			read.Read(buf)
		}
	}()
	go func() {
		for {
			select {
			case <-alive:
			case <-time.After(3 * time.Second):
				unit.Process.Signal(syscall.SIGABRT)
				return
			}
		}
	}()
	unit.Wait()
}

func main() {
	if len(os.Args) > 1 {
		service()
		return
	}
	supervise()
}
