package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"syscall"

	"github.com/gorilla/websocket"
)

// startHub runs a stand-in for the hub as a second process of the same binary.
func startHub() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_HUB") != "" {
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		serveHub(listener)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_HUB=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return "ws://" + addr
}

// serveHub agrees to everything that is asked over a websocket.
func serveHub(listener net.Listener) {
	log.Fatal(http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer conn.Close()
		for {
			var asked struct {
				ID          int       `json:"id"`
				Connect     *struct{} `json:"connect"`
				Subscribe   *struct{} `json:"subscribe"`
				Unsubscribe *struct{} `json:"unsubscribe"`
			}
			if conn.ReadJSON(&asked) != nil {
				return
			}
			reply := map[string]any{"id": asked.ID}
			switch {
			case asked.Connect != nil:
				reply["connect"] = map[string]any{"client": "portal", "version": "1"}
			case asked.Subscribe != nil:
				reply["subscribe"] = map[string]any{}
			case asked.Unsubscribe != nil:
				reply["unsubscribe"] = map[string]any{}
			}
			if conn.WriteJSON(reply) != nil {
				return
			}
		}
	})))
}
