// Command yard weighs the beets that farmers bring.
package main

import (
	"log"
	"net/http"
	"time"

	"zucker.example/yard/internal/ops"
	"zucker.example/yard/simulator"
	"zucker.example/yard/weigh"
	"zucker.example/yard/yard"
)

func main() {
	scale, err := weigh.Connect(simulator.Start(60 * time.Millisecond))
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
