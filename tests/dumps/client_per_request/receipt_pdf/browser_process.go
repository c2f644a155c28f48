package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"syscall"
	"time"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

// startBrowser runs a stand-in for the browser as a second process of the same binary.
func startBrowser() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_BROWSER") != "" {
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		serveBrowser(listener)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_BROWSER=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	for range 50 { // it is not up at once
		if conn, err := net.Dial("tcp", addr); err == nil {
			conn.Close()
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	return "ws://" + addr + "/devtools/browser/shop"
}

// serveBrowser opens tabs and prints the same page whatever is asked (Chrome's DevTools protocol).
func serveBrowser(listener net.Listener) {
	log.Fatal(http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, _, _, err := ws.UpgradeHTTP(r, w)
		if err != nil {
			return
		}
		defer conn.Close()
		for tab := 0; ; {
			text, err := wsutil.ReadClientText(conn)
			if err != nil {
				return
			}
			var asked struct {
				ID        int64  `json:"id"`
				SessionID string `json:"sessionId,omitempty"`
				Method    string `json:"method"`
			}
			if json.Unmarshal(text, &asked) != nil {
				return
			}
			result := map[string]any{}
			switch asked.Method {
			case "Target.createTarget":
				tab++
				result["targetId"] = fmt.Sprintf("tab%d", tab)
			case "Target.attachToTarget":
				result["sessionId"] = fmt.Sprintf("session%d", tab)
			case "Runtime.evaluate":
				result["result"] = map[string]any{"type": "object", "className": "Window"}
			case "Page.printToPDF":
				result["data"] = "JVBERi0xLjQK"
			}
			reply := map[string]any{"id": asked.ID, "result": result}
			if asked.SessionID != "" {
				reply["sessionId"] = asked.SessionID
			}
			if text, err = json.Marshal(reply); err != nil {
				return
			}
			if wsutil.WriteServerText(conn, text) != nil {
				return
			}
		}
	})))
}
