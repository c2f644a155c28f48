// Command scan checks uploads for viruses.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/scan/internal/ops"
	"github.com/northshop/scan/internal/scanner"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", func(w http.ResponseWriter, r *http.Request) {
		s := scanner.Start(3)
		for i := 0; i < 12; i++ {
			s.Submit(fmt.Sprint("part-", i))
		}
		bad := s.Close()
		fmt.Fprintln(w, bad)
	})
	ops.Start(mux)
	ops.Wait()
}
