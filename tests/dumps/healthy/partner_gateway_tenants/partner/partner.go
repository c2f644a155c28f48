package partner

import (
	"crypto/tls"
	"net/http"
	"sync"
	"time"
)

// Directory has a client for each partner, as each has a certificate of its own.
type Directory struct {
	Base    string
	clients sync.Map // of *lazy
}

type lazy struct {
	once sync.Once
	c    *http.Client
}

// NewDirectory makes one.
func NewDirectory(base string) *Directory { return &Directory{Base: base} }

// Client returns the partner's client.
func (d *Directory) Client(name string) *http.Client {
	v, _ := d.clients.LoadOrStore(name, new(lazy))
	l := v.(*lazy)
	l.once.Do(func() {
		tr := http.DefaultTransport.(*http.Transport).Clone()
		tr.TLSClientConfig = &tls.Config{ServerName: name + ".bank.example"}
		tr.MaxConnsPerHost = 20
		l.c = &http.Client{Timeout: 10 * time.Second, Transport: tr}
	})
	return l.c
}
