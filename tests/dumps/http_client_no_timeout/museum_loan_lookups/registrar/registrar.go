// Package registrar asks partner museums for the state of loans.
package registrar

import (
	"encoding/json"
	"net/http"
	"net/url"
	"sync"
)

type Loan struct {
	Object string
	Stock  int
}

type Registrar struct {
	base  string
	http  http.Client
	mu    sync.Mutex
	known map[string]Loan
}

func New(base string) *Registrar { return &Registrar{base: base, known: map[string]Loan{}} }

// Refresh asks for one object and remembers the answer.
func (r *Registrar) Refresh(object string) error {
	loan, err := r.ask(object)
	if err != nil {
		return err
	}
	r.mu.Lock()
	r.known[object] = loan
	r.mu.Unlock()
	return nil
}

func (r *Registrar) ask(object string) (Loan, error) {
	var loan Loan
	resp, err := r.http.Get(r.base + "/hang?object=" + url.QueryEscape(object))
	if err != nil {
		return loan, err
	}
	defer resp.Body.Close()
	return loan, json.NewDecoder(resp.Body).Decode(&loan)
}

func (r *Registrar) Get(object string) (Loan, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	loan, ok := r.known[object]
	return loan, ok
}
