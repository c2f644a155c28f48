package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"path"

	"github.com/hashicorp/yamux"

	"silo.example/uplink/internal/ops"
	"silo.example/uplink/uplink"
)

func serveSession(c net.Conn) {
	s, err := yamux.Server(c, nil)
	if err != nil {
		return
	}
	for {
		stream, err := s.Accept()
		if err != nil {
			return
		}
		bufio.NewReader(stream).ReadString('\n')
		io.WriteString(stream, "ok")
	}
}

func main() {
	if os.Getenv("ROLE") == "peer" {
		for l := listenPeer(); ; {
			if c, err := l.Accept(); err == nil {
				go serveSession(c)
			}
		}
	}
	u := &uplink.Uplink{Addr: startPeer()}
	mux := http.NewServeMux()
	mux.HandleFunc("/report/", func(w http.ResponseWriter, r *http.Request) {
		receipt, err := u.Report(path.Base(r.URL.Path), 70)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		io.WriteString(w, receipt)
	})
	ops.Start(mux)
	ops.Wait()
}
