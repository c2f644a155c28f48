// Command resolvercgo checks the addresses of partners by looking up their hosts.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/northshop/resolvercgo/internal/ops"
)

func lookup(w http.ResponseWriter, r *http.Request) {
	// BUG: the time-out ends only our waiting. With the C library's resolver each look-up keeps a thread until
	// the name server answers or getaddrinfo gives up.
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	addresses, err := net.DefaultResolver.LookupHost(ctx, "partner"+r.URL.Query().Get("id")+".shop.example")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, addresses)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/lookup", lookup)
	ops.Start(mux)
	ops.Wait()
}
