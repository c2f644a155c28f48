// Command devicethreads drives two label printers, each from a thread of its own.
package main

import (
	"fmt"
	"net/http"
	"runtime"

	"github.com/northshop/devicethreads/internal/ops"
)

func device(jobs <-chan chan int) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	printed := 0
	for job := range jobs {
		printed++
		job <- printed
	}
}

func main() {
	jobs := make(chan chan int)
	go device(jobs)
	go device(jobs)
	mux := http.NewServeMux()
	mux.HandleFunc("/print", func(w http.ResponseWriter, r *http.Request) {
		done := make(chan int)
		jobs <- done
		fmt.Fprintln(w, <-done)
	})
	ops.Start(mux)
	ops.Wait()
}
