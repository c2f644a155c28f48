// Command paused imports lines from eight sources; the consumer pauses while the partner is closed.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/paused/internal/ops"
)

type importer struct{ lines chan string }

func (i *importer) produce(source int) {
	for n := 0; ; n++ {
		i.lines <- fmt.Sprint(source, ":", n)
	}
}

func (i *importer) consume() {
	for range i.lines {
		i.pause()
	}
}

func (i *importer) pause() { time.Sleep(10 * time.Minute) }

func main() {
	i := &importer{make(chan string, 4)}
	for source := 0; source < 8; source++ {
		go i.produce(source)
	}
	go i.consume()
	mux := http.NewServeMux()
	mux.HandleFunc("/lines", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, len(i.lines)) })
	ops.Start(mux)
	ops.Wait()
}
