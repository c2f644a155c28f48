package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"faehre.no/manifest/internal/ops"
)

type vehicle struct {
	Plate  string
	Metres float64
}

type deck struct {
	mu     sync.Mutex
	lanes  map[int][]vehicle
	length float64
}

func (d *deck) put(lane int, v vehicle) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lanes[lane] = append(d.lanes[lane], v)
	d.length += v.Metres
}

type registry struct{ delay time.Duration }

func (r registry) lookup(plate string) (vehicle, error) {
	time.Sleep(r.delay)
	if strings.HasSuffix(plate, "x") {
		return vehicle{}, errors.New("plate is not known")
	}
	return vehicle{Plate: plate, Metres: 4.6}, nil
}

type merger struct {
	reg registry
}

func (m *merger) merge(plates []string) *deck {
	d := &deck{lanes: map[int][]vehicle{}}
	var wg sync.WaitGroup
	for i, p := range plates {
		wg.Add(1)
		go m.place(d, i%3, p, &wg)
	}
	wg.Wait()
	return d
}

func (m *merger) place(d *deck, lane int, plate string, wg *sync.WaitGroup) {
	v, err := m.reg.lookup(plate)
	if err != nil {
		return
	}
	d.put(lane, v)
	wg.Done()
}

func (m *merger) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	plates := strings.Split(r.URL.Query().Get("plates"), ",")
	d := m.merge(plates)
	w.Header().Set("X-Length", fmt.Sprint(d.length))
	json.NewEncoder(w).Encode(d.lanes)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/merge", &merger{registry{3 * time.Millisecond}})
	ops.Start(mux)
	ops.Wait()
}
