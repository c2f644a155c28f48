package main

import (
	"log"
	"net/http"
	"os"
	"sync"
	"time"

	"geo.harbor.dev/lookup/internal/ops"
)

// Breaker counts failures; its lock is held for a few instructions.
type Breaker struct {
	sync.Mutex
	inFlight, failed int
	openUntil        time.Time
}

func (b *Breaker) Do(call func() error) error {
	if !b.enter() {
		return http.ErrHandlerTimeout
	}
	err := call()
	b.leave(err)
	return err
}

func (b *Breaker) enter() bool {
	b.Lock()
	defer b.Unlock()
	if time.Now().Before(b.openUntil) {
		return false
	}
	b.inFlight++
	return true
}

func (b *Breaker) leave(err error) {
	b.Lock()
	defer b.Unlock()
	b.inFlight--
	if err != nil {
		if b.failed++; b.failed > 100 {
			b.failed, b.openUntil = 0, time.Now().Add(time.Second)
		}
	}
}

type geocoder struct {
	Breaker
	http.Client
	base string
}

func (g *geocoder) locate(addr string) (string, error) {
	var status string
	err := g.Do2(func() error {
		resp, err := g.Client.Get(g.base + "/slow?ms=1500&a=" + addr)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		status = resp.Status
		return nil
	})
	return status, err
}

func (g *geocoder) Do2(f func() error) error { return g.Breaker.Do(f) }

func main() {
	g := &geocoder{base: ops.Upstream(false)}
	g.Client.Timeout = 4 * time.Second
	g.Client.Transport = &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: 30 * time.Second}
	mux := http.NewServeMux()
	mux.HandleFunc("/locate", func(w http.ResponseWriter, r *http.Request) {
		s, err := g.locate(r.FormValue("a"))
		if err != nil {
			log.Print(err)
			w.WriteHeader(502)
			return
		}
		w.Write([]byte(s))
	})
	ops.Start(mux)
	ops.Wait()
}

var _ = os.Args
