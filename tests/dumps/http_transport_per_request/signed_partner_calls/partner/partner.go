// Package partner knows the partners and calls them.
package partner

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"speditor.example/labels/sign"
)

type account struct {
	key     []byte
	timeout time.Duration
}

type Book struct {
	base     string
	mu       sync.RWMutex
	accounts map[string]account
}

func NewBook(base string) *Book {
	return &Book{base: base, accounts: map[string]account{"dpx": {[]byte("k1"), 4 * time.Second}}}
}

func (b *Book) account(name string) (account, bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	a, ok := b.accounts[name]
	return a, ok
}

// client has the partner's key and limits.
func (a account) client() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.ResponseHeaderTimeout = a.timeout
	return &http.Client{Transport: &sign.Signer{Key: a.key, Next: t}, Timeout: 2 * a.timeout}
}

// Label orders one label.
func (b *Book) Label(ctx context.Context, name, parcel string) ([]byte, error) {
	a, ok := b.account(name)
	if !ok {
		return nil, fmt.Errorf("no partner %q", name)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.base+"/slow?ms=400&parcel="+parcel, nil)
	if err != nil {
		return nil, err
	}
	resp, err := a.client().Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
