package main

import (
	"log"
	"net/http"
	"strconv"
	"time"

	"github.com/hortus/controller/climate"
	"github.com/hortus/controller/internal/ops"
)

// pager calls the gardener.
type pager struct{ took time.Duration }

func (p pager) raise(s string) {
	time.Sleep(p.took)
	log.Print("alarm: ", s)
}

func main() {
	readings := new(climate.Readings)
	avg := new(climate.Average)
	go avg.Follow(readings)
	for i := 0; i < 6; i++ {
		go climate.Alarm(readings, 31+float64(i), pager{30 * time.Millisecond}.raise)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/reading", func(w http.ResponseWriter, r *http.Request) {
		c, err := strconv.ParseFloat(r.FormValue("c"), 64)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		readings.Publish(climate.Reading{House: 4, Celsius: c})
	})
	ops.Start(mux)
	ops.Wait()
}
