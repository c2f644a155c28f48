package main

import (
	"fmt"
	"net/http"
	"time"

	"clinicore.io/beds/billing"
	"clinicore.io/beds/internal/ops"
	"clinicore.io/beds/ward"
)

type remoteJournal struct{ lines chan string }

func (j *remoteJournal) Append(line string) {
	time.Sleep(20 * time.Millisecond) // until the other site has it
	j.lines <- line
}

func (j *remoteJournal) ship() {
	for range j.lines {
	}
}

type api struct {
	wards  *ward.Registry
	ledger *billing.Ledger
}

func (a *api) admit(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	n, err := a.wards.Assign(q.Get("patient"), q.Get("ward"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	fmt.Fprintln(w, "bed", n)
}

func (a *api) invoices(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, a.ledger.Settle())
}

func (a *api) list(w http.ResponseWriter, r *http.Request) {
	for _, n := range a.wards.Names() {
		fmt.Fprintln(w, n)
	}
}

func rate(ward string) int64 {
	time.Sleep(10 * time.Millisecond) // price list of the insurer
	return 42000
}

func main() {
	j := &remoteJournal{lines: make(chan string, 64)}
	go j.ship()
	wards := ward.NewRegistry([]string{"cardio", "ortho", "onco"}, 60, j)
	ledger := billing.NewLedger(wards, rate)
	wards.BillTo(ledger)
	a := &api{wards, ledger}
	mux := http.NewServeMux()
	mux.HandleFunc("/admit", a.admit)
	mux.HandleFunc("/invoices", a.invoices)
	mux.HandleFunc("/wards", a.list)
	ops.Start(mux)
	ops.Wait()
}
