package main

import (
	"context"
	"net/http"
	"os"
	"time"

	"fieldprobe.io/agent/cluster"
	"fieldprobe.io/agent/internal/ops"
)

// gauge polls one device; the values go to the exporter.
func gauge(ctx context.Context, out chan<- int) {
	t := time.NewTicker(700 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			select {
			case out <- 1:
			default:
			}
		case <-ctx.Done():
			return
		}
	}
}

func export(values <-chan int) {
	sum := 0
	for v := range values {
		sum += v
	}
}

func main() {
	ctx := context.Background()
	values := make(chan int, 8)
	go export(values)
	for i := 0; i < 4; i++ {
		go gauge(ctx, values)
	}
	self := "http://" + os.Getenv("LISTEN")
	n := cluster.NewNode(self, []string{ops.Upstream(false), self})
	probes := make(chan cluster.Probe, 16)
	go n.Load(ctx, probes)
	mux := http.NewServeMux()
	mux.HandleFunc("/v1/probes", n.Probes)
	mux.HandleFunc("/load", func(w http.ResponseWriter, r *http.Request) {
		probes <- cluster.Probe{Name: r.URL.Query().Get("name"), Period: 30}
	})
	ops.Start(mux)
	ops.Wait()
}
