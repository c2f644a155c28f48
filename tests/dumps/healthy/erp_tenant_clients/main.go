package main

import (
	"crypto/tls"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"connectors.ledgerly.com/erp/internal/ops"
	"connectors.ledgerly.com/erp/tenant"
)

func main() {
	tenants := ops.Count(8)
	registry := tenant.NewRegistry(func(string) *tls.Config { return &tls.Config{ServerName: "erp.internal"} })
	for i := 0; i < tenants; i++ {
		go syncInvoices(registry, "tenant-"+strconv.Itoa(i), 15*time.Second)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/t/", func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/t/")
		forward(w, registry.Client(name), "/invoices/"+name)
	})
	ops.Start(mux)
	ops.Wait()
}

// syncInvoices fetches what is new for one tenant, again and again while the service lives.
func syncInvoices(registry *tenant.Registry, name string, every time.Duration) {
	for ; ; time.Sleep(every) {
		forward(io.Discard, registry.Client(name), "/invoices/"+name+"/changes")
	}
}

func forward(w io.Writer, c *http.Client, path string) {
	resp, err := c.Get(os.Getenv("UPSTREAM") + path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}
