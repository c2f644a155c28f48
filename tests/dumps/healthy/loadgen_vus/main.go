package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"
	"time"

	"hammer/vu"
)

func main() {
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	log.Print(vu.Run(ctx, n, os.Getenv("UPSTREAM")+"/slow?ms=250"))
}
