package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/ticketino/kiosk/queue"
	"github.com/ticketino/kiosk/stock"
)

func main() {
	rdb := redis.NewClient(&redis.Options{
		Addr:        os.Getenv("UPSTREAM_REDIS"),
		PoolSize:    8,
		PoolTimeout: 20 * time.Minute,
	})
	seats := stock.Counter{R: rdb}
	printers := queue.Printers{R: rdb}

	for i := 0; i < 8; i++ {
		go printers.Run(i)
	}
	time.Sleep(100 * time.Millisecond)
	http.HandleFunc("/reserve", seats.Reserve)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
