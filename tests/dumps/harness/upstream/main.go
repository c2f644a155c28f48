// Command upstream is the other side that the client programs call: services, a database, servers that
// hang. It runs in a process of its own, so that only the client's side is in the dumps. It prints
// one line of NAME=address words for the programs' environment; UPSTREAM serves
//
//	/ok  a small answer          /big    an answer larger than any buffer
//	/slow?ms=50  a late answer   /hang   no answer at all
//	/drip?ms=50  a large answer, piece by piece    /noread  no answer, and the body stays unread
//	/sink?ms=50  reads the body, piece by piece    /ws      a websocket
//
// UPSTREAM_TLS the same with TLS and HTTP/2, UPSTREAM_NARROW too, with four streams a connection.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strconv"
	"time"
)

func services() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, "{\"path\": %q, \"stock\": 7}\n", r.URL.Path)
	})
	chunk := bytes.Repeat([]byte("northpost;parcel;1200;17;2026-11-23\n"), 100)
	mux.HandleFunc("/big", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 600; i++ {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		pause(r)
		fmt.Fprintln(w, "{}")
	})
	mux.HandleFunc("/hang", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/noread", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for {
			if _, err := w.Write(chunk); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			pause(r)
		}
	})
	mux.HandleFunc("/sink", func(w http.ResponseWriter, r *http.Request) {
		for {
			if _, err := io.CopyN(io.Discard, r.Body, 16<<10); err != nil {
				return
			}
			pause(r)
		}
	})
	mux.HandleFunc("/ws", websocket)
	return mux
}

func pause(r *http.Request) {
	ms, _ := strconv.Atoi(r.URL.Query().Get("ms"))
	time.Sleep(time.Duration(ms) * time.Millisecond)
}

func secure(config *http.HTTP2Config) string {
	s := httptest.NewUnstartedServer(services())
	s.EnableHTTP2 = true
	s.Config.HTTP2 = config
	s.StartTLS()
	return s.URL
}

func main() {
	log.SetOutput(io.Discard)
	plain, postgres := listen(), listen()
	go servePostgres(postgres)
	silentDNS()
	fmt.Printf("UPSTREAM=http://%s UPSTREAM_TLS=%s UPSTREAM_NARROW=%s ", plain.Addr(), secure(nil),
		secure(&http.HTTP2Config{MaxConcurrentStreams: 4}))
	fmt.Printf("UPSTREAM_PG=postgres://shop:shop@%s/shop?sslmode=disable ", postgres.Addr())
	fmt.Printf("UPSTREAM_SILENT=%s UPSTREAM_FULL=%s\n", listenSilent(), listenFull())
	panic(http.Serve(plain, services()))
}
