package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"

	"deadlinks/crawl"
)

func main() {
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil)) }()
	c := crawl.New(crawl.Options{Workers: 32, Via: strings.TrimPrefix(os.Getenv("UPSTREAM"), "http://")})
	var seeds []string
	for i := 0; i < 200; i++ {
		seeds = append(seeds, fmt.Sprintf("http://www.site-%03d.example/slow?ms=60", i))
	}
	for round := 1; ; round++ {
		bad := c.Run(context.Background(), seeds)
		log.Printf("round %d: %d bad links", round, len(bad))
	}
}
