package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"lathe.example/panels/feed"
	"lathe.example/panels/internal/ops"
)

func main() {
	f, err := feed.Listen(os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for i := 0; ; i++ {
			f.Publish(fmt.Sprintf("M%d", i%8), 900+i%50)
			time.Sleep(200 * time.Millisecond)
		}
	}()
	mux := http.NewServeMux()
	ops.Start(mux)
	ops.Wait()
}
