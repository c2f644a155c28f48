// Command touch looks at files.
package main

import (
	"net/http"
	"os"

	"github.com/northshop/finalizer-idle/internal/ops"
)

type reader struct {
	file *os.File
	seen int
}

func open(name string) *reader {
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	return &reader{file: f} // os.File has a finalizer (a cleanup since Go 1.25) that closes it
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/touch", func(w http.ResponseWriter, r *http.Request) {
		if f := open("/etc/hostname"); f != nil {
			n, _ := f.file.Read(make([]byte, 8))
			f.seen += n
		}
	})
	ops.Start(mux)
	ops.Wait()
}
