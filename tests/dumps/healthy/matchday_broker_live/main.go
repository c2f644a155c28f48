package main

import (
	"net/http"

	"go.stadionlive.eu/matchday/broker"
	"go.stadionlive.eu/matchday/internal/ops"
	"go.stadionlive.eu/matchday/web"
)

func main() {
	s := &web.Web{Broker: broker.Start()}
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", web.Logged(s.Follow))
	mux.HandleFunc("/ticker", web.Logged(s.Ticker))
	ops.Start(mux)
	ops.Wait()
}
