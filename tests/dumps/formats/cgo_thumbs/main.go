// Thumbs makes pictures smaller with a C library, and shows the runtime the C frames.
package main

/*
#cgo CFLAGS: -O0 -fno-omit-frame-pointer
#include "trace.h"
static void *traceback_address(void) { return thumbs_traceback; }
static void *context_address(void) { return thumbs_context; }
static void *symbolizer_address(void) { return thumbs_symbolizer; }
static void *nameless_address(void) { return thumbs_nameless; }
*/
import "C"

import (
	"os"
	"runtime"
	"time"
	"unsafe"
)

var pixels = make(chan int)

// nextPixel waits for a decoder that has stopped.
//
//export nextPixel
func nextPixel(i C.int) C.int {
	if i > 2 && os.Getenv("PANIC") != "" {
		var none []int
		return C.int(none[i])
	}
	if i > 2 {
		return C.int(<-pixels)
	}
	return i
}

func thumbnail() {
	var row [64]C.char
	C.shrink(&row[0], 64)
}

func showC() {
	symbolizer := C.symbolizer_address()
	switch os.Getenv("SYMBOLS") {
	case "none":
		symbolizer = nil
	case "nameless":
		symbolizer = C.nameless_address()
	}
	runtime.SetCgoTraceback(0, unsafe.Pointer(C.traceback_address()),
		unsafe.Pointer(C.context_address()), unsafe.Pointer(symbolizer))
}

func main() {
	showC()
	if os.Getenv("SEGV") != "" {
		C.clear_picture(nil, 64) // BUG: loading failed, and nobody looked
	}
	go thumbnail()
	time.Sleep(100 * time.Millisecond)
	pixels <- 7
	time.Sleep(time.Minute)
}
