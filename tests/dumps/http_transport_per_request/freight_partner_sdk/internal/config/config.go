package config

import (
	"context"
	"os"
	"sync"
	"time"
)

type Config struct {
	Listen      string
	PartnerBase string
}

func FromEnv() Config {
	return Config{Listen: os.Getenv("LISTEN"), PartnerBase: os.Getenv("UPSTREAM")}
}

// Carrier is how one tenant reaches one carrier.
type Carrier struct {
	Tenant  string
	BaseURL string
	APIKey  string
	Timeout time.Duration
}

type Directory struct {
	mu       sync.RWMutex
	base     string
	carriers map[string]Carrier
}

func NewDirectory(c Config) *Directory {
	return &Directory{base: c.PartnerBase, carriers: make(map[string]Carrier)}
}

func (d *Directory) Lookup(tenant string) Carrier {
	d.mu.RLock()
	c, ok := d.carriers[tenant]
	d.mu.RUnlock()
	if ok {
		return c
	}
	c = Carrier{Tenant: tenant, BaseURL: d.base, APIKey: "k-" + tenant, Timeout: 4 * time.Second}
	d.mu.Lock()
	d.carriers[tenant] = c
	d.mu.Unlock()
	return c
}

func (d *Directory) Refresh(ctx context.Context) {
	tick := time.NewTicker(20 * time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			d.mu.Lock()
			for k := range d.carriers {
				delete(d.carriers, k)
			}
			d.mu.Unlock()
		}
	}
}
