package main

import (
	"log"
	"math/rand"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"time"

	"tickplant.io/distributor/feed"
)

func main() {
	hub := feed.NewHub()
	ln, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go hub.Serve(ln)
	symbols := []string{"SAP", "BMW", "ALV", "SIE", "DTE", "VOW3", "BAS", "MUV2", "IFX", "RWE", "ADS", "BEI"}
	for _, s := range symbols {
		go simulate(hub, s)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/subscribers", hub.Status)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), mux))
}

func simulate(pub feed.Publisher, symbol string) {
	price := 100.0
	for {
		price *= 1 + (rand.Float64()-0.5)/100
		pub.Publish(feed.Quote{Symbol: symbol, Price: price, Time: time.Now()})
		time.Sleep(time.Duration(1+rand.Intn(3)) * time.Millisecond)
	}
}
