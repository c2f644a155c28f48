package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"

	"plantview.io/gateway/plant"
)

func main() {
	log.SetPrefix("gateway: ")
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	site := plant.New()
	for unit := 1; unit <= n; unit++ {
		site.Attach(fmt.Sprintf("inverter-%03d", unit), os.Getenv("UPSTREAM_SILENT"), byte(unit))
	}
	http.HandleFunc("/values", func(w http.ResponseWriter, r *http.Request) {
		for name, v := range site.Snapshot() {
			fmt.Fprintf(w, "%s %d\n", name, v)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
