// Command gateway passes requests on and writes one line for each to stdout, which a log shipper reads.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"syscall"

	"github.com/northshop/gateway/internal/ops"
)

// logger writes to stdout as the shipper's pipe gives it: a blocking descriptor.
var logger *log.Logger

// shipper stands for the process at the other end of stdout, which has stopped to read.
func shipper() *os.File {
	var ends [2]int
	if err := syscall.Pipe(ends[:]); err != nil {
		log.Fatal(err)
	}
	return os.NewFile(uintptr(ends[1]), "/dev/stdout")
}

func pass(w http.ResponseWriter, r *http.Request) {
	logger.Printf("%s %s from %s %s", r.Method, r.URL.Path, r.RemoteAddr, strings.Repeat("x", 600))
	fmt.Fprintln(w, "passed")
}

func main() {
	logger = log.New(shipper(), "gateway ", log.LstdFlags|log.Lmicroseconds)
	mux := http.NewServeMux()
	mux.HandleFunc("/pass", pass)
	ops.Start(mux)
	ops.Wait()
}
