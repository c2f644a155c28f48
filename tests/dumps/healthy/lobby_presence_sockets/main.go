package main

import (
	"context"
	"lobby/internal/ops"
	"lobby/lobby"
	"log"
	"net/http"
	"os"
	"os/exec"
	"syscall"

	"github.com/coder/websocket"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "players" {
		players(os.Args[2])
		return
	}
	hall := lobby.New()
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN_PUBLIC"), hall)) }()
	mux := http.NewServeMux()
	mux.HandleFunc("/enter", func(http.ResponseWriter, *http.Request) {
		cmd := exec.Command("/proc/self/exe", "players", "ws://"+os.Getenv("LISTEN_PUBLIC"))
		cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
		if err := cmd.Start(); err != nil {
			log.Print(err)
		}
	})
	mux.HandleFunc("/announce", func(_ http.ResponseWriter, r *http.Request) { hall.Announce("new table") })
	ops.Start(mux)
	ops.Wait()
}

func players(url string) {
	for i := 0; i < ops.Count(40); i++ {
		conn, _, err := websocket.Dial(context.Background(), url, nil)
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			for {
				if _, _, err := conn.Read(context.Background()); err != nil {
					return
				}
			}
		}()
	}
	select {}
}
