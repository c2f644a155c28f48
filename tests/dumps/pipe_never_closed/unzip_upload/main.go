// Command unzipupload checks uploaded price lists line by line while they are unpacked.
package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"net/http"

	"github.com/northshop/unzipupload/internal/ops"
)

// unpack copies the unpacked upload into the pipe.
func unpack(upload io.Reader, w *io.PipeWriter) error {
	packed, err := gzip.NewReader(upload)
	if err != nil {
		return err // BUG: w is not closed, so the reader waits for data or an end that never comes
	}
	if _, err := io.Copy(w, packed); err != nil {
		return err
	}
	return w.Close()
}

func count(r io.Reader, lines chan<- int) {
	n := 0
	for in := bufio.NewScanner(r); in.Scan(); {
		n++
	}
	lines <- n
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/upload", func(w http.ResponseWriter, r *http.Request) {
		pr, pw := io.Pipe()
		lines := make(chan int, 1)
		go count(pr, lines)
		if err := unpack(r.Body, pw); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		<-lines
	})
	ops.Start(mux)
	ops.Wait()
}
