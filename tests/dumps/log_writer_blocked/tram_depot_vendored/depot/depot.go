// Package depot keeps which tram stands on which track.
package depot

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"go.uber.org/zap"
)

type Yard struct {
	log    *zap.Logger
	mu     sync.Mutex
	tracks map[string]string
}

func New(log *zap.Logger) *Yard {
	return &Yard{log: log, tracks: make(map[string]string)}
}

func (y *Yard) Arrive(w http.ResponseWriter, r *http.Request) {
	tram, track := r.FormValue("tram"), r.FormValue("track")
	y.mu.Lock()
	y.tracks[tram] = track
	y.mu.Unlock()
	y.log.Info("arrived", zap.String("tram", tram), zap.String("notes", strings.Repeat("n", 4000)))
	fmt.Fprintln(w, track)
}

func (y *Yard) Leave(w http.ResponseWriter, r *http.Request) {
	tram := r.FormValue("tram")
	y.mu.Lock()
	track, known := y.tracks[tram]
	delete(y.tracks, tram)
	y.mu.Unlock()
	if !known {
		y.log.Warn("unknown tram", zap.String("tram", tram))
		http.NotFound(w, r)
		return
	}
	y.log.Info("left", zap.String("tram", tram), zap.String("track", track))
}
