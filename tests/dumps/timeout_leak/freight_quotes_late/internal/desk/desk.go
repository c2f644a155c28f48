// Package desk asks all carriers and lists what they offer.
package desk

import (
	"context"
	"log"
	"time"

	"forwarder.example/quotes/internal/carrier"
)

type Desk struct {
	Carriers []carrier.Carrier
	Patience time.Duration
}

type answer struct {
	carrier.Offer
	err error
}

func (d *Desk) Ask(ctx context.Context, l carrier.Load) []carrier.Offer {
	answers := make(chan answer)
	for _, c := range d.Carriers {
		go func(c carrier.Carrier) {
			o, err := c.Quote(context.WithoutCancel(ctx), l)
			answers <- answer{o, err}
		}(c)
	}
	late := time.NewTimer(d.Patience)
	defer late.Stop()
	var offers []carrier.Offer
	for range d.Carriers {
		select {
		case a := <-answers:
			if a.err == nil {
				offers = append(offers, a.Offer)
			}
		case <-late.C:
			log.Printf("%d of %d carriers in time", len(offers), len(d.Carriers))
			return offers
		}
	}
	return offers
}
