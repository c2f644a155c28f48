// Torn starts two workers that share its standard error, as a supervisor does, and lets them print
// at the same time.
package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

type ledger struct{ entries chan int }

func (l *ledger) post(n int) { l.entries <- n }

// worker posts to a ledger that nobody reads.
func worker() {
	l := &ledger{entries: make(chan int)}
	count, _ := strconv.Atoi(os.Getenv("COUNT"))
	for i := 0; i < count; i++ {
		go l.post(i)
	}
	time.Sleep(300 * time.Millisecond)
	fmt.Println("ready")
	var start [1]byte
	_, _ = os.Stdin.Read(start[:])
	if os.Getenv("HOW") == "stack" {
		buf := make([]byte, 1<<20)
		_, _ = os.Stderr.Write(buf[:runtime.Stack(buf, true)])
		return
	}
	_ = syscall.Kill(os.Getpid(), syscall.SIGQUIT)
	time.Sleep(time.Minute)
}

// access logs as a busy server does.
func access() {
	fmt.Println("ready")
	var start [1]byte
	_, _ = os.Stdin.Read(start[:])
	for i := 0; i < 40; i++ {
		log.Printf("GET /ledger/%d 200", i)
		time.Sleep(150 * time.Microsecond)
	}
}

func main() {
	switch os.Getenv("ROLE") {
	case "worker":
		worker()
		return
	case "access":
		access()
		return
	}
	other := "worker"
	if os.Getenv("HOW") == "log" {
		other = "access"
	}
	var started []func()
	var ended []func() error
	for _, role := range []string{"worker", other} {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), "ROLE="+role)
		child.Stderr = os.Stderr
		in, err := child.StdinPipe()
		check(err)
		out, err := child.StdoutPipe()
		check(err)
		check(child.Start())
		_, err = out.Read(make([]byte, 16))
		check(err)
		started = append(started, func() { _, _ = in.Write([]byte("!")) })
		ended = append(ended, child.Wait)
	}
	for _, start := range started {
		go start()
	}
	for _, wait := range ended {
		_ = wait()
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
