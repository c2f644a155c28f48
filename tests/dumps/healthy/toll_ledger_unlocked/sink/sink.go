package sink

import (
	"time"

	"toll.example/ledger/toll"
)

// Drain stores what comes, and how far behind it is.
func Drain(p *toll.Plaza, store func(toll.Passage)) {
	for passage := range p.Out {
		time.Sleep(time.Millisecond) // the ledger's disk
		store(passage)
		lag := p.Count() - passage.N
		_ = lag
	}
}
