// Package insurers holds the carriers that we ask for premiums.
package insurers

import (
	"context"
	"math/rand"
	"time"
)

type Risk struct {
	Age, Days int
	Country   string
}

type Premium struct {
	Carrier string
	Cents   int64
}

type Carrier interface {
	Name() string
	Premium(ctx context.Context, r Risk) (Premium, error)
}

type tariff struct {
	name string
	base time.Duration
}

func (t tariff) Name() string { return t.name }

func (t tariff) Premium(ctx context.Context, r Risk) (Premium, error) {
	time.Sleep(t.base + time.Duration(rand.Intn(20))*time.Millisecond)
	return Premium{t.name, int64(r.Days) * 129}, nil
}

type Carriers []Carrier

func Panel() Carriers {
	return Carriers{
		tariff{"helvetia", 40 * time.Millisecond},
		tariff{"alpine", 90 * time.Millisecond},
		tariff{"oceanic", 130 * time.Millisecond},
	}
}

func (c Carriers) RefreshTariffs(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for now := range tick.C {
		_ = now
	}
}
