// Command crawler reads the pages of shops, a few at a time from each.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"

	"suche.example/crawler/fetch"
	"suche.example/crawler/frontier"
	"suche.example/crawler/internal/ops"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	todo := frontier.New(64)
	fetcher := fetch.New(3)
	crawl := func(ctx context.Context, page string) ([]string, error) {
		return fetcher.Page(ctx, page)
	}
	for i := 0; i < 14; i++ {
		go todo.Work(ctx, crawl)
	}
	for i := 0; i < 40; i++ {
		todo.Add(fmt.Sprintf("%s/slow?ms=130&page=%d", ops.Upstream(false), i))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/state", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, todo) })
	ops.Start(mux)
	ops.Wait()
}
