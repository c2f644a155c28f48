package app

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"
)

// App takes orders and tells kitchens.
type App struct {
	server  *http.Server
	tickets chan int
	cooks   sync.WaitGroup
}

// New listens at addr.
func New(addr string) *App {
	a := &App{tickets: make(chan int, 10)}
	mux := http.NewServeMux()
	mux.HandleFunc("/order", a.order)
	a.server = &http.Server{Addr: addr, Handler: mux}
	for i := 0; i < 3; i++ {
		a.cooks.Add(1)
		go a.cook()
	}
	return a
}

func (a *App) order(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < 4; i++ {
		select {
		case a.tickets <- i:
		case <-r.Context().Done():
			return
		}
	}
	fmt.Fprintln(w, "cooking")
}

func (a *App) cook() {
	defer a.cooks.Done()
	for range a.tickets {
		time.Sleep(250 * time.Millisecond)
	}
}

// Serve until Drain.
func (a *App) Serve() error { return a.server.ListenAndServe() }

// Drain lets the orders that have begun finish; then the cooks go home.
func (a *App) Drain(ctx context.Context) error {
	if err := a.server.Shutdown(ctx); err != nil {
		return err
	}
	close(a.tickets)
	a.cooks.Wait()
	log.Print("drained")
	return nil
}
