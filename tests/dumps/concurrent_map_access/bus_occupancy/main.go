package main

import (
	"log"
	"net/http"
	"os"

	"bus/feed"
)

func main() {
	f := feed.New()
	for line := 1; line <= 4; line++ {
		go f.Listen(line)
	}
	go f.Publish()
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
