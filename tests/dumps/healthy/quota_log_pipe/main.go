// Command limits answers whether a key may go on.
package main

import (
	"bufio"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime"

	"quota.beaconhill.example/limits/bucket"
	"quota.beaconhill.example/limits/internal/ops"
)

// newLogWriter returns a writer whose lines are logged.
func newLogWriter(l *log.Logger) *io.PipeWriter {
	reader, writer := io.Pipe()
	go func() {
		scanner := bufio.NewScanner(reader)
		for scanner.Scan() {
			l.Print(scanner.Text())
		}
		if err := scanner.Err(); err != nil {
			l.Printf("reading the log: %v", err)
		}
		reader.Close()
	}()
	runtime.SetFinalizer(writer, func(w *io.PipeWriter) { w.Close() })
	return writer
}

func main() {
	errors := newLogWriter(log.New(os.Stderr, "gateway ", log.LstdFlags))
	buckets := bucket.NewSet(100)
	gateway := &http.Server{Handler: buckets, ErrorLog: log.New(errors, "", 0)}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go gateway.Serve(l)
	mux := http.NewServeMux()
	mux.Handle("/take", buckets)
	ops.Start(mux)
	ops.Wait()
}
