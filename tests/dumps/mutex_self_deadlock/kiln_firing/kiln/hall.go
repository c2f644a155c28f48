package kiln

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"time"
)

type Hall struct {
	kilns []*Kiln
	log   *slog.Logger
}

func NewHall(log *slog.Logger) *Hall {
	h := &Hall{log: log}
	for _, n := range []string{"bisque", "glaze", "raku"} {
		h.kilns = append(h.kilns, &Kiln{name: n, celsius: 21, target: 80})
	}
	return h
}

func (h *Hall) Supervise(ctx context.Context, i int) {
	t := time.NewTicker(200 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			h.kilns[i].tick(h.log)
		case <-ctx.Done():
			return
		}
	}
}

func (h *Hall) ServeStatus(w http.ResponseWriter, r *http.Request) {
	for _, k := range h.kilns {
		fmt.Fprintln(w, k.LogValue())
	}
}

func (h *Hall) ServeRamp(w http.ResponseWriter, r *http.Request) {
	c, err := strconv.ParseFloat(r.FormValue("c"), 64)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	h.kilns[1].setTarget(c, h.log)
}
