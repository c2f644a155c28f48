// Command sondes is a ground station.
package main

import (
	"log"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"wetterdienst.at/sondes/internal/ops"
	"wetterdienst.at/sondes/sonde"
)

type station struct {
	oldest    int
	soundings int64
}

// Hello turns away what speaks too old a protocol.
func (st *station) Hello(s *sonde.Session, f sonde.Frame) {
	if f.Firmware < st.oldest {
		log.Printf("sonde %s: firmware %d", s.Name, f.Firmware)
		s.Close()
	}
}

func (st *station) Sounding(*sonde.Session, sonde.Frame) { atomic.AddInt64(&st.soundings, 1) }

func (st *station) track(name string, firmware int) {
	s := sonde.NewSession(name, st)
	s.Start()
	s.Receive(sonde.Frame{Firmware: firmware})
	if firmware >= st.oldest {
		go fly(s)
	}
	s.Follow()
	log.Printf("sonde %s: landed", name)
}

// fly sends for half a second, until the balloon bursts.
func fly(s *sonde.Session) {
	for p := 1000.0; p > 500; p -= 100 {
		time.Sleep(100 * time.Millisecond)
		s.Receive(sonde.Frame{Pressure: p})
	}
	s.Close()
}

func main() {
	st := &station{oldest: 4}
	mux := http.NewServeMux()
	mux.HandleFunc("/launch", func(w http.ResponseWriter, r *http.Request) {
		firmware, _ := strconv.Atoi(r.URL.Query().Get("firmware"))
		go st.track(r.URL.Query().Get("sonde"), firmware)
	})
	ops.Start(mux)
	ops.Wait()
}
