// Command upstream is the other service that the client programs call. It runs in a process of its
// own, so that only the client's side is in the dumps. It prints its two addresses and serves
//
//	/ok  a small answer          /big    an answer larger than any buffer
//	/slow?ms=50  a late answer   /hang   no answer at all
package main

import (
	"bytes"
	"fmt"
	"log"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"time"
)

func main() {
	log.SetOutput(io.Discard)
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, "{\"path\": %q, \"stock\": 7}\n", r.URL.Path)
	})
	mux.HandleFunc("/big", func(w http.ResponseWriter, r *http.Request) {
		chunk := bytes.Repeat([]byte("northpost;parcel;1200;17;2026-11-23\n"), 100)
		for i := 0; i < 600; i++ {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		ms, _ := strconv.Atoi(r.URL.Query().Get("ms"))
		time.Sleep(time.Duration(ms) * time.Millisecond)
		fmt.Fprintln(w, "{}")
	})
	mux.HandleFunc("/hang", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	secure := httptest.NewUnstartedServer(mux)
	secure.EnableHTTP2 = true
	secure.StartTLS()
	fmt.Printf("http://%s %s\n", l.Addr(), secure.URL)
	panic(http.Serve(l, mux))
}
