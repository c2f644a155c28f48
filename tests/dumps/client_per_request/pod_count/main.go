// Command rollout tells how many pods an application has.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/rollout/internal/ops"
	"github.com/northshop/rollout/internal/pods"
)

func main() {
	cluster, err := pods.Connect(startCluster())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pods", func(w http.ResponseWriter, r *http.Request) {
		n, err := cluster.Count(r.URL.Query().Get("app"))
		if err != nil {
			log.Printf("pods: %v", err)
			http.Error(w, "the cluster does not answer", http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
