package main

import (
	"net/http"

	"brewery.example/tanks/internal/ops"
	"brewery.example/tanks/metrics"
)

func main() {
	reg := metrics.NewRegistry(
		metrics.Gauge("temperature_celsius", readSensors("t")),
		metrics.Gauge("pressure_bar", readSensors("p")),
		metrics.Gauge("level_percent", readSensors("l")),
		metrics.Gauge("co2_ppm", readSensors("c")),
	)
	mux := http.NewServeMux()
	mux.Handle("/metrics", reg)
	ops.Start(mux)
	ops.Wait()
}

// readSensors asks the tanks' controllers, which answer late.
func readSensors(kind string) func() float64 {
	return func() float64 {
		resp, err := http.Get(ops.Upstream(false) + "/slow?ms=120&kind=" + kind)
		if err != nil {
			return -1
		}
		defer resp.Body.Close()
		return float64(resp.ContentLength)
	}
}
