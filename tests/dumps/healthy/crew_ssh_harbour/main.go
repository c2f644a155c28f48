// Command port has an SSH server, on which the crews of ships stay all day.
package main

import (
	"log"
	"net/http"

	"port.gullhaven.example/crews/internal/ops"
	"port.gullhaven.example/crews/internal/port"
)

func main() {
	p, err := port.New("127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	startCrews(p.Addr())
	ops.Start(http.NewServeMux())
	ops.Wait()
}
