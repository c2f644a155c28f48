package main

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"bakery.example/ovens/internal/ops"
	"bakery.example/ovens/schedule"
)

func main() {
	s := schedule.New(8)
	for i := 0; i < 40; i++ {
		s.At(time.Now().Add(time.Duration(i)*400*time.Millisecond), func(ctx context.Context) {
			select {
			case <-time.After(1800 * time.Millisecond): // the oven is closed
			case <-ctx.Done():
			}
		})
	}
	ctx, cancel := context.WithCancel(context.Background())
	go s.Run(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("/jobs/", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(strings.Split(r.URL.Path, "/")[2])
		select {
		case <-s.Job(20 + n%20).Done():
			w.Write([]byte("baked\n"))
		case <-r.Context().Done():
		}
	})
	ops.Start(mux)
	ops.Wait()
	cancel()
	s.Join()
}
