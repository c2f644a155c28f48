package main

import (
	"fmt"
	"net/http"
	"time"

	"dash/internal/ops"
	"dash/rx"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/widget", func(w http.ResponseWriter, r *http.Request) {
		load := rx.Map(rx.Interval(20*time.Millisecond), func(i int) string { return fmt.Sprintf("load %d", i%100) })
		first := make(chan string, 1)
		load.Subscribe(func(s string) {
			select {
			case first <- s:
			default:
			}
		})
		fmt.Fprintln(w, <-first)
	})
	ops.Start(mux)
	ops.Wait()
}
