// Package stations follows the stations in Consul.
package stations

import (
	"sync"

	"github.com/hashicorp/consul/api/watch"
)

// Board has the plans that watch.
type Board struct {
	agent string
	mu    sync.Mutex
	plans map[string]*watch.Plan
}

// New returns a board of what the agent knows.
func New(agent string) *Board { return &Board{agent: agent, plans: map[string]*watch.Plan{}} }

// Follow watches a station for a passenger. Each passenger has a plan, each plan makes a client with its own Transport
// and connection, and none is ever stopped.
func (b *Board) Follow(station, passenger string) error {
	key := station + passenger
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.plans[key] != nil {
		return nil
	}
	p, err := watch.Parse(map[string]interface{}{"type": "key", "key": "station/" + station})
	if err != nil {
		return err
	}
	p.Handler = func(idx uint64, v interface{}) {}
	b.plans[key] = p
	go p.Run(b.agent)
	return nil
}
