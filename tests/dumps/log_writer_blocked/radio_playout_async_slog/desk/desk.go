package desk

import (
	"fmt"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"
)

type Desk struct {
	log *slog.Logger
	cue atomic.Int64
}

func New(l *slog.Logger) *Desk { return &Desk{log: l} }

func (d *Desk) play(title string) int64 {
	n := d.cue.Add(1)
	d.log.Info("cue", "title", title, "n", n, "notes", fmt.Sprintf("%02400d", n))
	return n
}

func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	begin := time.Now()
	fmt.Fprintln(w, d.play(r.URL.Path))
	d.log.Debug("served", "took", time.Since(begin))
}

func (d *Desk) Jingles() {
	for range time.Tick(300 * time.Millisecond) {
		d.play("jingle")
	}
}
