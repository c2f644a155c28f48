package web

import (
	"encoding/json"
	"net/http"
	"strconv"

	"hammerfall.auctions/live/bus"
)

type Bid struct {
	Lot   string
	Cents int
}

type Site struct{ Bids *bus.Bus[Bid] }

func (s Site) Routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/bid", s.bid)
	mux.HandleFunc("/next", s.next)
	return mux
}

func (s Site) bid(w http.ResponseWriter, r *http.Request) {
	cents, _ := strconv.Atoi(r.FormValue("cents"))
	s.Bids.Publish(r.FormValue("lot"), Bid{r.FormValue("lot"), cents})
}

// next answers with the next three bids of a lot.
func (s Site) next(w http.ResponseWriter, r *http.Request) {
	sub := s.Bids.Subscribe(r.FormValue("lot"), 4)
	defer s.Bids.Unsubscribe(sub)
	out := json.NewEncoder(w)
	for i := 0; i < 3; i++ {
		select {
		case bid := <-sub.C:
			out.Encode(bid)
		case <-r.Context().Done():
			return
		}
	}
}
