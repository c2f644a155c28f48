package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"kerbside.city/parking/internal/ops"
	"kerbside.city/parking/trail"
)

type garage struct {
	trail *trail.Trail
	mu    sync.Mutex
	cars  map[string]time.Time
}

func (g *garage) enter(w http.ResponseWriter, r *http.Request) {
	plate := r.URL.Query().Get("plate")
	g.trail.Event("enter", plate, map[string]string{"image": strings.Repeat("f0", 150_000)})
	g.mu.Lock()
	g.cars[plate] = time.Now()
	g.mu.Unlock()
	fmt.Fprintln(w, "open")
}

// patrol reports cars that overstay.
func (g *garage) patrol(every time.Duration) {
	for now := range time.NewTicker(every).C {
		g.mu.Lock()
		var late []string
		for p, t := range g.cars {
			if now.Sub(t) > time.Second {
				late = append(late, p)
			}
		}
		g.mu.Unlock()
		for _, p := range late {
			g.trail.Alarm("overstay", fmt.Errorf("%s is late", p))
		}
	}
}

func main() {
	t, err := trail.Dial(startRelay(os.Getenv("RELAY") == "stalled").l.Addr().String())
	if err != nil {
		panic(err)
	}
	g := &garage{trail: t, cars: map[string]time.Time{}}
	go g.patrol(200 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/enter", g.enter)
	ops.Start(mux)
	ops.Wait()
}
