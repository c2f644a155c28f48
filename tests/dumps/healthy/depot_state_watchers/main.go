package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"github.com/packstadt/overview/depot"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "depot" {
		log.Fatal(depot.Serve(os.Stdout))
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	addr, err := depot.StartSidecar(os.Args[0])
	if err != nil {
		log.Fatal(err)
	}
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	var names []string
	for i := 0; i < n; i++ {
		names = append(names, fmt.Sprintf("depot-%03d", i))
	}
	o, err := depot.WatchAll(ctx, addr, names)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/states", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(o.States()) })
	go func() { log.Print(http.ListenAndServe(os.Getenv("LISTEN"), nil)); stop() }()
	<-ctx.Done()
	o.Wait()
}
