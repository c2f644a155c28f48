// Command thumbs makes small pictures of articles.
package main

import (
	"fmt"
	"net/http"
	"runtime"
	"time"

	"github.com/northshop/thumbs/internal/ops"
	"github.com/northshop/thumbs/internal/pool"
)

func main() {
	p := pool.New(ops.Count(runtime.NumCPU()))
	defer p.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/thumb", func(w http.ResponseWriter, r *http.Request) {
		done := make(chan struct{})
		p.Do(func() {
			time.Sleep(5 * time.Millisecond)
			close(done)
		})
		<-done
		fmt.Fprintln(w, "made")
	})
	ops.Start(mux)
	ops.Wait()
}
