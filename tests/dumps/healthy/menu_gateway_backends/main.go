package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"
	"time"

	"github.com/mensa/gateway/menus"
)

func main() {
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	kitchens := menus.Kitchens(os.Getenv("UPSTREAM"), n)
	col := menus.NewCollector(kitchens, 20*time.Second)
	go col.Run(context.Background())
	http.HandleFunc("/menu", func(w http.ResponseWriter, r *http.Request) {
		all, err := col.Ask(r.Context())
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, len(all), "kitchens")
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
