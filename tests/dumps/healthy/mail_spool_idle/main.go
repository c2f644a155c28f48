package main

import (
	"context"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strconv"
	"time"

	"spool.postal.dev/mta/spool"
)

type deliverer struct {
	from *spool.Spool
	mx   string
}

func (d *deliverer) run() {
	for {
		m, ok := d.from.Next()
		if !ok {
			return
		}
		d.deliver(m)
	}
}

func (d *deliverer) deliver(spool.Message) { time.Sleep(2 * time.Millisecond) }

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	defer cancel()
	s := spool.New()
	n, _ := strconv.Atoi(os.Getenv("DELIVERERS"))
	for i := 0; i < n; i++ {
		go (&deliverer{s, "mx" + strconv.Itoa(i)}).run()
	}
	http.HandleFunc("/send", func(w http.ResponseWriter, r *http.Request) {
		s.Add(spool.Message{To: r.FormValue("to"), Priority: 1})
	})
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go srv.ListenAndServe()
	<-ctx.Done()
	s.Close()
	srv.Close()
}
