package main

import (
	"errors"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"gitlab.com/meridian/depots/stock"
	"gitlab.com/meridian/depots/web"
)

func run() error {
	n, _ := strconv.Atoi(os.Getenv("DEPOTS"))
	network := stock.NewNetwork(n)
	api := web.API{Network: network}
	http.HandleFunc("/move/", api.Move)
	http.HandleFunc("/level/", api.Level)
	errs := make(chan error, 2)
	go func() { errs <- http.ListenAndServe(os.Getenv("LISTEN"), nil) }()
	go func() {
		stop := make(chan os.Signal, 1)
		signal.Notify(stop, syscall.SIGTERM)
		<-stop
		errs <- errors.New("terminated")
	}()
	return <-errs
}

func main() {
	if err := run(); err != nil {
		log.Fatalln("depots:", err)
	}
}
