package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"

	"statuspage/prober/internal/ops"
	"statuspage/prober/probe"
)

func main() {
	set := &probe.Set{}
	via := strings.TrimPrefix(os.Getenv("UPSTREAM"), "http://")
	for i := 0; i < ops.Count(10); i++ {
		set.Add(probe.Target{Name: fmt.Sprintf("shop-%02d", i), URL: fmt.Sprintf("http://shop-%02d.example/healthz", i), Every: 5 * time.Second, Via: via})
	}
	mux := http.NewServeMux()
	mux.Handle("/status", set)
	ops.Start(mux)
	ops.Wait()
}
