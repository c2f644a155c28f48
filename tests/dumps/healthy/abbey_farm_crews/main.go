package main

import (
	"net/http"
	"strconv"
	"time"

	"granges.example/abbey/farm"
	"granges.example/abbey/internal/ops"
)

// hire opens the farms one by one, so that they do not all begin at once.
func hire(all *farm.Farms, n int) {
	for i := 0; i < n; i++ {
		all.Get("grange-" + strconv.Itoa(i))
		time.Sleep(10 * time.Millisecond)
	}
}

func main() {
	all := farm.NewFarms()
	go hire(all, ops.Count(40))
	mux := http.NewServeMux()
	mux.HandleFunc("/sow", func(w http.ResponseWriter, r *http.Request) {
		acres := all.Sow(r.URL.Query().Get("farm"))
		w.Write([]byte(strconv.Itoa(acres)))
	})
	ops.Start(mux)
	ops.Wait()
}
