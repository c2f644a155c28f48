package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"

	"vaultkeeper/transfer/xfer"
)

func main() {
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	m := xfer.NewManager(os.Getenv("UPSTREAM"))
	var jobs []xfer.Job
	for i := 0; i < n; i++ {
		jobs = append(jobs, xfer.Download("/drip?ms=40&part="+strconv.Itoa(i)), xfer.Upload("/sink?ms=60&part="+strconv.Itoa(i)))
	}
	if err := m.Run(context.Background(), jobs...); err != nil {
		log.Fatal(err)
	}
}
