// Command hosts tells how busy the shop's machines are.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/hosts/internal/ops"
	"github.com/northshop/hosts/internal/remote"
)

func main() {
	machine := remote.New(startMachine())
	mux := http.NewServeMux()
	mux.HandleFunc("/load", func(w http.ResponseWriter, r *http.Request) {
		load, err := machine.Load()
		if err != nil {
			log.Printf("load: %v", err)
			http.Error(w, "the machine does not answer", http.StatusBadGateway)
			return
		}
		w.Write(load)
	})
	ops.Start(mux)
	ops.Wait()
}
