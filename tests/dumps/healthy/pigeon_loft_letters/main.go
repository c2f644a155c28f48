package main

import (
	"net/http"
	"strconv"
	"time"

	"loftpost.example/pigeons/internal/ops"
	"loftpost.example/pigeons/loft"
)

func main() {
	basket := loft.NewBasket()
	keeper := loft.Employ(basket, 2*time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/letter", func(w http.ResponseWriter, r *http.Request) {
		basket.Put(loft.Letter{To: r.URL.Query().Get("to"), At: time.Now()})
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("/flown", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(strconv.Itoa(keeper.Flown())))
	})
	ops.Start(mux)
	ops.Wait()
}
