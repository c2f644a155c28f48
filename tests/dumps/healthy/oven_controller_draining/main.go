package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"backstube.example/ovens/control"
	"backstube.example/ovens/internal/ops"
)

func public() string {
	if a := os.Getenv("LISTEN_PUBLIC"); a != "" {
		return a
	}
	return net.JoinHostPort("", "8443")
}

func main() {
	ops.Start(http.NewServeMux())
	go func() {
		for {
			if err := control.New(public()).Run(); err != nil {
				log.Print("control: ", err)
				time.Sleep(time.Second)
			}
			log.Print("control: next life")
		}
	}()
	ops.Wait()
}
