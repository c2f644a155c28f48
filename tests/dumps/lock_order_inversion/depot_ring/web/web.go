package web

import (
	"fmt"
	"net/http"
	"path"
	"strconv"

	"gitlab.com/meridian/depots/stock"
)

type API struct{ Network *stock.Network }

func number(r *http.Request) int {
	i, _ := strconv.Atoi(path.Base(r.URL.Path))
	return i
}

func (a API) Move(w http.ResponseWriter, r *http.Request) {
	i := number(r)
	if err := a.Network.At(i).ShipTo(a.Network.At(i+1), "pallet", 1); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func (a API) Level(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, a.Network.At(number(r)).Level("pallet"))
}
