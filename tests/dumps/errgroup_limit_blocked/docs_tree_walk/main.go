package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"
)

func main() {
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil)) }()
	limit, _ := strconv.Atoi(os.Getenv("COUNT"))
	if err := walk(context.Background(), page{"https://docs.example.org", 0}, limit, fakeSite(12, 5)); err != nil {
		log.Fatal(err)
	}
	log.Print("no dead links")
}
