// Command polls is the park's gateway.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/windpark/polls/internal/ops"
	"example.org/windpark/polls/park"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var plan []string
	for i := 0; i < ops.Count(20); i++ {
		plan = append(plan, fmt.Sprintf("W%02d", i))
	}
	p := park.Open(ctx, plan, 5*time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/power", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, p.Power()) })
	ops.Start(mux)
	ops.Wait()
	cancel()
	p.Close()
}
