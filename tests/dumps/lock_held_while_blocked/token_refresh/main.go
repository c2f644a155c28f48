package main

import (
	"fmt"
	"log"
	"net/http"
	"net/http/pprof"
	"os"

	"example.org/fleet/gateway/auth"
)

type middleware func(http.Handler) http.Handler

func chain(h http.Handler, list ...middleware) http.Handler {
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i](h)
	}
	return h
}

func authorised(src auth.TokenSource) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			token, err := src.Token()
			if err != nil {
				http.Error(w, err.Error(), http.StatusBadGateway)
				return
			}
			r.Header.Set("Authorization", "Bearer "+token)
			next.ServeHTTP(w, r)
		})
	}
}

func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				log.Print(p)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func vehicles(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, r.Header.Get("Authorization")) }

func main() {
	src := auth.Cached(auth.Broker{Addr: os.Getenv("UPSTREAM_SILENT"), Client: "gateway"})
	public := http.NewServeMux()
	public.Handle("/vehicles", chain(http.HandlerFunc(vehicles), recovered, authorised(src)))
	public.HandleFunc("/debug/pprof/", pprof.Index)
	log.Fatal((&http.Server{Addr: os.Getenv("LISTEN"), Handler: public}).ListenAndServe())
}
