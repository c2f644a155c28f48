package main

import (
	"log"
	"net/http"
	"os"

	"lottery.example/results/internal/ops"
	"lottery.example/results/results"
)

func main() {
	board := results.NewBoard()
	ops.Start(http.NewServeMux())
	log.Fatal(results.Serve(os.Getenv("LISTEN_PUBLIC"), board))
}
