package graph

import (
	"bufio"
	"fmt"
	"net/http"
	"sync"
	"time"
)

type Graph struct {
	mu    sync.RWMutex
	edges map[string]int
}

func New() *Graph { return &Graph{edges: map[string]int{}} }

func (g *Graph) Edges() int {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return len(g.edges)
}

// Load reads the tiles of a region, one after the other.
func (g *Graph) Load(base, region string, tiles int) func() error {
	return func() error {
		hc := http.Client{Timeout: 20 * time.Second}
		for i := 0; i < tiles; i++ {
			resp, err := hc.Get(fmt.Sprintf("%s/slow?ms=700&region=%s&tile=%d", base, region, i))
			if err != nil {
				return err
			}
			lines := bufio.NewScanner(resp.Body)
			g.mu.Lock()
			for lines.Scan() {
				g.edges[region+lines.Text()]++
			}
			g.mu.Unlock()
			resp.Body.Close()
		}
		return nil
	}
}
