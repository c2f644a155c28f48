package main

import (
	"fmt"
	"log"
	"marketdata/feed"
	"marketdata/internal/ops"
	"net/http"
	"os"
	"os/exec"
	"sync"
	"syscall"

	"github.com/gorilla/websocket"
)

func main() {
	if url := os.Getenv("MARKETDATA_VIEWER_OF"); url != "" {
		view(url)
		return
	}
	hub := feed.NewHub()
	go hub.Run()
	public := &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: http.HandlerFunc(hub.Serve)}
	go func() { log.Fatal(public.ListenAndServe()) }()
	mux := http.NewServeMux()
	mux.HandleFunc("/open", func(w http.ResponseWriter, r *http.Request) {
		viewers := exec.Command("/proc/self/exe")
		viewers.Env = append(os.Environ(), "MARKETDATA_VIEWER_OF=ws://"+os.Getenv("LISTEN_PUBLIC")+"/quotes")
		viewers.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
		fmt.Fprintln(w, viewers.Start())
	})
	ops.Start(mux)
	ops.Wait()
}

// view is what the traders' desktops do: they read.
func view(url string) {
	var open sync.WaitGroup
	for i := 0; i < ops.Count(60); i++ {
		conn, _, err := websocket.DefaultDialer.Dial(url, nil)
		if err != nil {
			log.Fatal(err)
		}
		open.Add(1)
		go func() {
			defer open.Done()
			for {
				if _, _, err := conn.ReadMessage(); err != nil {
					return
				}
			}
		}()
	}
	open.Wait()
}
