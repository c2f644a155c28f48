package main

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"

	"metrohub.io/sensors/collectd/collector"
	"metrohub.io/sensors/collectd/internal/ops"
	"metrohub.io/sensors/collectd/lifecycle"
)

// pause lets the load balancer notice before the next part is stopped.
type pause struct{ time.Duration }

func (pause) Start(context.Context) error { return nil }

func (p pause) Stop(context.Context) error {
	time.Sleep(p.Duration)
	return nil
}

func main() {
	sink := collector.NewSink()
	app := &lifecycle.App{}
	app.Add("sink", sink)
	app.Add("balancer", pause{300 * time.Millisecond})
	app.Add("probes", &collector.Probes{Count: ops.Count(12), Every: 20 * time.Millisecond, Out: sink.C})

	quit := make(chan struct{})
	var once sync.Once
	mux := http.NewServeMux()
	mux.HandleFunc("/quitquitquit", func(w http.ResponseWriter, r *http.Request) { once.Do(func() { close(quit) }) })
	ops.Start(mux)
	if err := app.Run(context.Background(), quit); err != nil {
		log.Fatal(err)
	}
	log.Print("bye")
}
