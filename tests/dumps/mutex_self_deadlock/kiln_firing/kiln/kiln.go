package kiln

import (
	"log/slog"
	"sync"
	"time"
)

// Kiln is one furnace with its thermocouple.
type Kiln struct {
	name string

	mu      sync.Mutex
	celsius float64
	target  float64
	changed time.Time
}

// LogValue implements slog.LogValuer.
func (k *Kiln) LogValue() slog.Value {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slog.GroupValue(slog.String("name", k.name), slog.Float64("celsius", k.celsius), slog.Float64("target", k.target))
}

func (k *Kiln) tick(log *slog.Logger) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.celsius += (k.target - k.celsius) / 8
}

func (k *Kiln) setTarget(c float64, log *slog.Logger) {
	k.mu.Lock()
	defer k.mu.Unlock()
	old := k.target
	k.target, k.changed = c, time.Now()
	if c-old > 150 {
		log.Warn("steep ramp", "from", old, slog.Any("kiln", k))
	}
}
