// Command pipeline converts pictures in three stages with unbuffered channels; the last stage is the slowest.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/pipeline/internal/ops"
)

func read(ctx context.Context, n int, out chan<- int) {
	defer close(out)
	for i := 0; i < n; i++ {
		select {
		case out <- i:
		case <-ctx.Done():
			return
		}
	}
}

func scale(in <-chan int, out chan<- int) {
	defer close(out)
	for i := range in {
		out <- i * 2
	}
}

func store(in <-chan int) (n int) {
	for range in {
		time.Sleep(20 * time.Millisecond) // the disk
		n++
	}
	return n
}

func convert(w http.ResponseWriter, r *http.Request) {
	raw, scaled := make(chan int), make(chan int)
	go read(r.Context(), 100, raw)
	go scale(raw, scaled)
	fmt.Fprintln(w, store(scaled))
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/convert", convert)
	ops.Start(mux)
	ops.Wait()
}
