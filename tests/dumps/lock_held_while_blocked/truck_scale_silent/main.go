// Command yard weighs the lorries of a gravel pit.
package main

import (
	"log"
	"net/http"
	"os"

	"kieswerk.example/yard/internal/ops"
	"kieswerk.example/yard/weigh"
	"kieswerk.example/yard/yard"
)

func main() {
	scale, err := weigh.Connect(os.Getenv("UPSTREAM_SILENT"))
	if err != nil {
		log.Fatal(err)
	}
	y := yard.New(scale)
	go y.Tidy()
	mux := http.NewServeMux()
	mux.HandleFunc("/weigh", y.Weigh)
	ops.Start(mux)
	ops.Wait()
	scale.Close()
}
