// Command ring keeps the last events outside of the collected heap.
package main

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
	"unsafe"
)

type event struct {
	name    string
	payload [64 << 10]byte
}

type ring struct {
	slots []uintptr
}

func (r *ring) put(e *event) {
	r.slots = append(r.slots, uintptr(unsafe.Pointer(e))) // BUG: an integer keeps nothing alive
}

func (r *ring) get(i int) *event {
	return (*event)(unsafe.Pointer(r.slots[i]))
}

var shown []*event

func churn(r *ring) {
	for i := 0; i < 100; i++ {
		r.put(&event{name: fmt.Sprint(i)})
	}
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	for i := range r.slots {
		shown = append(shown, r.get(i))
	}
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	fmt.Println(len(shown))
}

// totals adds up a file that another process shortens. BUG
func totals() (sum int) {
	f, err := os.CreateTemp("", "events")
	if err != nil {
		panic(err)
	}
	f.Truncate(1 << 16)
	data, err := syscall.Mmap(int(f.Fd()), 0, 1<<16, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		panic(err)
	}
	f.Truncate(0)
	for _, b := range data {
		sum += int(b)
	}
	return sum
}

func wild() {
	p := unsafe.Pointer(uintptr(0xdeadbeefcafe))
	fmt.Println(*(*int)(p))
}

func main() {
	switch os.Getenv("MODE") {
	case "mmap":
		fmt.Println(totals())
	case "wild":
		wild()
	}
	churn(&ring{})
}
