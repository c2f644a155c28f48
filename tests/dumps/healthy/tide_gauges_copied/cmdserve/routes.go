package cmdserve

import (
	"fmt"
	"net/http"

	"hydro.example/tides/gauge"
	"hydro.example/tides/station"
)

type api struct {
	reg  *station.Registry
	read gauge.Reader
}

func Routes(mux *http.ServeMux, reg *station.Registry, read gauge.Reader) {
	a := &api{reg, read}
	mux.HandleFunc("/v1/levels", a.levels)
	mux.HandleFunc("/v1/stations/new", a.register)
	mux.HandleFunc("/v1/station", a.station)
}

func (a *api) levels(w http.ResponseWriter, _ *http.Request) {
	err := a.reg.Each(func(s station.Station) error {
		line, err := a.read.Level(s.Addr)
		if err != nil {
			line = "offline\n"
		}
		_, err = fmt.Fprintln(w, s.Code, line)
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (a *api) register(w http.ResponseWriter, r *http.Request) {
	a.reg.Register(station.New(r.FormValue("code"), r.FormValue("addr")))
	w.WriteHeader(http.StatusCreated)
}

func (a *api) station(w http.ResponseWriter, r *http.Request) {
	s, ok := a.reg.Lookup(r.FormValue("code"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, s.Code, s.Addr)
}
