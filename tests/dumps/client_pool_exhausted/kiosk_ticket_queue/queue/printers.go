package queue

import (
	"context"
	"fmt"
	"log"

	"github.com/redis/go-redis/v9"
)

type Printers struct{ R redis.UniversalClient }

// Run prints the tickets of one gate.
func (p Printers) Run(gate int) {
	ctx := context.Background()
	key := fmt.Sprintf("gate:%d:print", gate)
	for {
		// BUG: blocks a connection of the pool that the requests share, for as long as nothing is printed.
		got, err := p.R.BLPop(ctx, 0, key).Result()
		if err != nil {
			log.Print(err)
			continue
		}
		log.Print("print ", got[1])
	}
}
