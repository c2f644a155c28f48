package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type mail struct{ to string }

type outbox struct {
	ch   chan mail
	wg   sync.WaitGroup
	sent int64
	mu   sync.Mutex
}

func (o *outbox) start(n int) {
	for i := 0; i < n; i++ {
		o.wg.Add(1)
		go func() {
			defer o.wg.Done()
			for m := range o.ch {
				o.send(m)
			}
		}()
	}
}

func (o *outbox) send(m mail) {
	time.Sleep(400 * time.Millisecond) // smtp
	o.mu.Lock()
	o.sent++
	o.mu.Unlock()
}

func main() {
	o := &outbox{ch: make(chan mail, 1000)}
	o.start(10)
	quit := make(chan struct{})
	var once sync.Once
	http.HandleFunc("/send", func(w http.ResponseWriter, r *http.Request) { o.ch <- mail{r.FormValue("to")} })
	http.HandleFunc("/quitquitquit", func(w http.ResponseWriter, r *http.Request) { once.Do(func() { close(quit) }) })
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	close(o.ch)
	done := make(chan struct{})
	go func() { o.wg.Wait(); close(done) }()
	select {
	case <-done:
		log.Print("drained")
	case <-ctx.Done():
		log.Print("gave up")
	}
}
