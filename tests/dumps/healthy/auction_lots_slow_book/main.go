package main

import (
	"encoding/json"
	"net/http"
	"strconv"
	"sync"
	"time"

	"hammerfall.co.uk/saleroom/internal/ops"
	"hammerfall.co.uk/saleroom/lots"
)

type deposits struct{ m sync.Map }

func (d *deposits) Deposit(bidder string) (int64, bool) {
	time.Sleep(20 * time.Millisecond) // the bank is asked
	v, ok := d.m.Load(bidder)
	if !ok {
		return 0, false
	}
	return v.(int64), true
}

type saleroom struct {
	chain *lots.Chain
	book  *deposits
}

func (s *saleroom) result(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	pence, _ := strconv.ParseInt(q.Get("pence"), 10, 64)
	if err := s.chain.Accept(lots.Result{Round: s.chain.Round(), Bidder: q.Get("bidder"), Pence: pence}); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func (s *saleroom) recent(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(s.chain.Recent(10))
}

func (s *saleroom) announce() {
	n := 0
	for range s.chain.Head() {
		n++
	}
}

func main() {
	s := &saleroom{book: &deposits{}}
	s.chain = lots.NewChain(s.book)
	s.book.m.Store("lady-b", int64(90000))
	go s.announce()
	go s.chain.Clock(350 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/result", s.result)
	mux.HandleFunc("/recent", s.recent)
	ops.Start(mux)
	ops.Wait()
}
