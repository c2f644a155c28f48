package main

import (
	"fmt"
	"log"
	"net/http"
	"strings"
	"sync/atomic"

	"kiln.example/lines/audit"
	"kiln.example/lines/internal/ops"
)

type control struct {
	trail   *audit.Trail
	setting atomic.Int64
}

func (c *control) set(w http.ResponseWriter, r *http.Request) {
	n := c.setting.Add(5)
	c.trail.Printf("set %d by %s %s", n, r.RemoteAddr, strings.Repeat("=", 3000))
	fmt.Fprintln(w, n)
}

func main() {
	trail, err := audit.Start("/usr/bin/tail", "-n", "2")
	if err != nil {
		log.Fatal(err)
	}
	c := &control{trail: trail}
	mux := http.NewServeMux()
	mux.HandleFunc("/set", c.set)
	ops.Start(mux)
	ops.Wait()
}
