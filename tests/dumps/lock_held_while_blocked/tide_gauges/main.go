package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"hydro.example/tides/cmdserve"
	"hydro.example/tides/gauge"
	"hydro.example/tides/station"
)

func main() {
	reg := station.NewRegistry()
	for _, code := range []string{"BRE", "DUN", "CHB", "STM", "ROS"} {
		reg.Register(station.New(code, os.Getenv("UPSTREAM_SILENT")))
	}
	cmdserve.Routes(http.DefaultServeMux, reg, gauge.Reader{})
	go station.Forecast(reg)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
