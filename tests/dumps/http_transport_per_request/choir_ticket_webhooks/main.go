package main

import (
	"log"
	"net/http"
	"path"
	"time"

	"choir.example/tickets/internal/ops"
	"choir.example/tickets/notify"
)

type office struct {
	theatres []notify.Theatre
	sales    chan notify.Sale
}

func (o *office) deliver() {
	for s := range o.sales {
		if err := notify.Sold(o.theatres[s.Seat%len(o.theatres)], s); err != nil {
			log.Print(err)
		}
	}
}

func main() {
	hook := ops.Upstream(false) + "/hook/"
	o := &office{sales: make(chan notify.Sale, 64), theatres: []notify.Theatre{
		{"opera", hook + "opera", 30 * time.Second}, {"schauspiel", hook + "schauspiel", time.Minute}}}
	for i := 0; i < 4; i++ {
		go o.deliver()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/sold/", func(w http.ResponseWriter, r *http.Request) {
		id := path.Base(r.URL.Path)
		o.sales <- notify.Sale{Ticket: id, Seat: len(id), At: time.Now()}
	})
	ops.Start(mux)
	ops.Wait()
}
