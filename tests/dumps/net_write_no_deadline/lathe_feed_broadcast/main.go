package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"lathe.example/feed/feed"
	"lathe.example/feed/internal/ops"
)

func main() {
	f, err := feed.Listen(os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for i := 0; ; i++ {
			f.Publish(fmt.Sprintf("M%d", i%8), 900+i%50)
			time.Sleep(2 * time.Millisecond)
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/rpm", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, f.Last(r.URL.Query().Get("machine")))
	})
	ops.Start(mux)
	ops.Wait()
}
