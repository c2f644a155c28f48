package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"scada/internal/ops"
	"scada/link"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	defer cancel()
	station := link.NewStation()
	// The substation's switch reboots: its ports refuse for a while.
	for i := 0; i < ops.Count(48); i++ {
		go station.Keep(ctx, fmt.Sprintf("relay-%02d", i), "127.0.0.3:4840")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/links", func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w).Encode(station.Snapshot()) })
	ops.Start(mux)
	ops.Wait()
}
