// Command merge exports two sorted lists as one; slow readers keep their iterators for a while.
package main

import (
	"fmt"
	"iter"
	"net/http"
	"time"

	"github.com/northshop/merge/internal/ops"
)

func ids(step, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i * step) {
				return
			}
		}
	}
}

func export(w http.ResponseWriter, r *http.Request) {
	nextA, stopA := iter.Pull(ids(2, 50))
	defer stopA()
	nextB, stopB := iter.Pull(ids(3, 50))
	defer stopB()
	for i := 0; i < 20; i++ {
		a, _ := nextA()
		b, _ := nextB()
		fmt.Fprintln(w, a, b)
		time.Sleep(50 * time.Millisecond) // the partner takes 20 lines each second
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/export", export)
	ops.Start(mux)
	ops.Wait()
}
