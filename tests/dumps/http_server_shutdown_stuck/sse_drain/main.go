package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"scoreboard/boardroom"
)

type app struct {
	public *http.Server
	board  *boardroom.Board
	exit   chan struct{}
}

func (a *app) drain(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusAccepted)
	go a.stop(context.Background())
}

func (a *app) stop(ctx context.Context) {
	defer close(a.exit)
	if err := a.public.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	a.board.Close()
}

func main() {
	b := boardroom.New()
	go b.Tick(250 * time.Millisecond)
	a := &app{board: b, exit: make(chan struct{}), public: &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: b, ReadHeaderTimeout: 5 * time.Second}}
	go func() {
		if err := a.public.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	http.HandleFunc("/-/drain", a.drain)
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	<-a.exit
}
