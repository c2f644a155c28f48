// Command scale makes pictures smaller with a C library.
package main

/*
#include <stdlib.h>
#include <string.h>

static char *picture(int size) { return malloc(size); }

static void release(char *p) { free(p); }

static void blank(char *p, int size) { memset(p, 0, size); }
*/
import "C"

import (
	"fmt"
	"os"
	"time"
)

type picture struct{ data *C.char }

func (p *picture) blank() { C.blank(p.data, 4096) }

// close gives the memory back; the picture's owner does so as well. BUG
func (p *picture) close() { C.release(p.data) }

func main() {
	go func() {
		for range time.Tick(time.Second) {
		}
	}()
	p := &picture{}
	if os.Getenv("MODE") != "segv" {
		p.data = C.picture(4096)
	}
	p.blank() // BUG: without memory when loading failed
	p.close()
	p.close()
	fmt.Println("done")
}
