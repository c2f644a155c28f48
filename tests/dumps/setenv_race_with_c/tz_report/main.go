// Command tz prints reports in the time zone of each customer.
package main

/*
#include <stdlib.h>
#include <string.h>

static int setting(const char *name) {
	char *value = getenv(name);
	return value ? (int)strlen(value) : 0;
}
*/
import "C"

import (
	"fmt"
	"os"
	"unsafe"
)

type report struct{ name *C.char }

func (r *report) format() int {
	total := 0
	for i := 0; i < 1000; i++ {
		total += int(C.setting(r.name))
	}
	return total
}

func switchZones() {
	for i := 0; ; i++ {
		os.Setenv(fmt.Sprintf("REPORT_TZ_%d", i%50000), fmt.Sprintf("Europe/Zone%d", i)) // BUG: C reads the environment
	}
}

func main() {
	name := C.CString("REPORT_LOCALE")
	defer C.free(unsafe.Pointer(name))
	go switchZones()
	for i := 0; i < 3; i++ {
		go func() {
			r := &report{name}
			for {
				r.format()
			}
		}()
	}
	select {}
}
