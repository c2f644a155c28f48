// Command flight shares one slow call among the requests that want the same.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/flight/internal/ops"
	"golang.org/x/sync/singleflight"
)

func main() {
	var calls singleflight.Group
	mux := http.NewServeMux()
	mux.HandleFunc("/rate", func(w http.ResponseWriter, r *http.Request) {
		v, _, _ := calls.Do("USD", func() (interface{}, error) {
			time.Sleep(700 * time.Millisecond) // the bank
			return "1.08", nil
		})
		fmt.Fprintln(w, v)
	})
	ops.Start(mux)
	ops.Wait()
}
