package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"strconv"

	"github.com/redis/go-redis/v9"

	"rides.example/dispatch/listen"
)

func main() {
	ctx := context.Background()
	rdb := redis.NewClient(&redis.Options{Addr: os.Getenv("UPSTREAM_REDIS"), PoolSize: 20})
	defer rdb.Close()

	cities, err := strconv.Atoi(os.Getenv("COUNT"))
	if err != nil {
		cities = 12
	}
	reg := listen.NewRegistry(rdb)
	for i := 0; i < cities; i++ {
		if err := reg.Add(ctx, fmt.Sprintf("city:%03d", i), func(m *redis.Message) { log.Print(m.Channel, m.Payload) }); err != nil {
			log.Fatal(err)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/announce", func(w http.ResponseWriter, r *http.Request) {
		n, err := rdb.Publish(r.Context(), "city:"+r.FormValue("city"), "free car").Result()
		fmt.Fprintln(w, n, err)
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), mux))
}
