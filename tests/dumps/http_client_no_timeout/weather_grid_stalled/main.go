package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"
)

type forecasts struct {
	grid   string
	client *http.Client
}

// cells reads the weather service's grid, line by line.
func (f *forecasts) cells(region string) (n int, err error) {
	resp, err := f.client.Get(f.grid + "&region=" + region)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	rows := csv.NewReader(resp.Body)
	rows.Comma = ';'
	for {
		if _, err := rows.Read(); errors.Is(err, io.EOF) {
			return n, nil
		} else if err != nil {
			return n, err
		}
		n++
	}
}

func (f *forecasts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := f.cells(r.FormValue("region"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, n, "cells")
}

func main() {
	// BUG: ends the wait for the header; the body may take for ever.
	t := &http.Transport{ResponseHeaderTimeout: 3 * time.Second, MaxIdleConnsPerHost: 20, IdleConnTimeout: time.Minute}
	http.Handle("/forecast", &forecasts{os.Getenv("UPSTREAM") + "/drip?ms=900000", &http.Client{Transport: t}})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
