// Shipping asks couriers for quotes; this build stops itself for the debugger once it is stuck.
package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"time"

	"github.com/northshop/shipping/internal/quote"
)

func main() {
	desk := quote.NewDesk()
	for i := 0; i < 12; i++ {
		ctx := pprof.WithLabels(context.Background(), pprof.Labels("courier", fmt.Sprint("c-", i%3), "zone", `"north"`))
		pprof.SetGoroutineLabels(ctx)
		if _, err := desk.Ask(20 * time.Millisecond); !errors.Is(err, quote.ErrTimeout) {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	pprof.SetGoroutineLabels(context.Background())
	for i := 0; i < 3; i++ {
		go desk.Print()
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() { _, _ = listener.Accept() }()
	var done sync.WaitGroup
	done.Add(1)
	go busy()
	go done.Wait()
	time.Sleep(100 * time.Millisecond)
	// Two collections stamp the time since when each goroutine waits.
	runtime.GC()
	time.Sleep(50 * time.Millisecond)
	runtime.GC()
	runtime.Breakpoint()
	fmt.Println(desk)
}

func busy() {
	for i := 0; ; i++ {
		runtime.Gosched()
	}
}
