package main

import (
	"encoding/json"
	"errors"
	"log"
	"math/rand"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type offer struct {
	Airline string
	Cents   int
}

type supplier interface {
	Offers(route string) ([]offer, error)
}

type airline string

func (a airline) Offers(route string) ([]offer, error) {
	time.Sleep(time.Duration(5+rand.Intn(20)) * time.Millisecond)
	if a == "XQ" {
		return nil, errors.New("no such route")
	}
	return []offer{{string(a), 4900 + rand.Intn(9000)}}, nil
}

type aggregator struct {
	suppliers []supplier
	errs      chan error
}

func (a *aggregator) search(route string) (found []offer) {
	var (
		wg sync.WaitGroup
		mu sync.Mutex
	)
	for _, s := range a.suppliers {
		s := s
		wg.Add(1)
		go func() {
			list, err := s.Offers(route)
			if err != nil {
				a.errs <- err
				return
			}
			mu.Lock()
			found = append(found, list...)
			mu.Unlock()
			wg.Done()
		}()
	}
	wg.Wait()
	return found
}

func (a *aggregator) reportErrors() {
	for err := range a.errs {
		log.Println("supplier:", err)
	}
}

func main() {
	a := &aggregator{suppliers: []supplier{airline("LH"), airline("XQ"), airline("BA")}, errs: make(chan error, 32)}
	go a.reportErrors()
	http.HandleFunc("/search", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(a.search(r.FormValue("route")))
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
