package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"treasury/fx/fx"
)

func main() {
	conv := fx.NewConverter()
	go conv.Expire(context.Background(), 10*time.Second)
	mux := http.DefaultServeMux
	mux.HandleFunc("/convert", func(w http.ResponseWriter, r *http.Request) {
		rate, err := conv.Rate(fx.Pair{From: r.FormValue("from"), To: r.FormValue("to")})
		if err != nil {
			http.Error(w, err.Error(), 502)
			return
		}
		w.Write([]byte(rate.String()))
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), mux))
}
