package main

import (
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"time"

	_ "net/http/pprof"

	"payhub.internal/payroll-api/internal/payroll"
)

func months(w http.ResponseWriter, r *http.Request) {
	correction, _ := strconv.ParseInt(r.URL.Query().Get("correction"), 10, 64)
	run := payroll.Run{Month: r.URL.Query().Get("month"), Slips: []payroll.Slip{
		{"ines", "DE02120300000000202051", 410000},
		{"olav", "AT611904300234573201", 385000},
		{"ines", "DE02120300000000202051", correction},
	}}
	if err := run.Validate(); err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func main() {
	http.HandleFunc("/months", months)
	srv := &http.Server{Addr: os.Getenv("LISTEN"), ReadHeaderTimeout: 5 * time.Second}
	errc := make(chan error, 1)
	go func() { errc <- srv.ListenAndServe() }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	select {
	case <-stop:
		srv.Close()
	case err := <-errc:
		println(err.Error())
		os.Exit(1)
	}
}
