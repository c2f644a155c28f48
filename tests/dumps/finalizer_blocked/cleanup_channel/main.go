package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"sync"
)

type frame struct {
	handle int
	pixels []byte
}

type allocator struct {
	mu   sync.Mutex
	next int
	free chan int
}

func (a *allocator) alloc() *frame {
	a.mu.Lock()
	a.next++
	f := &frame{handle: a.next, pixels: make([]byte, 64<<10)}
	a.mu.Unlock()
	runtime.SetFinalizer(f, func(f *frame) { a.release(f.handle) })
	return f
}

func (a *allocator) release(handle int) { a.free <- handle }

func main() {
	a := &allocator{free: make(chan int, 4)}
	http.HandleFunc("/frame", func(w http.ResponseWriter, r *http.Request) {
		f := a.alloc()
		w.Write(f.pixels[:16])
		runtime.GC()
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
