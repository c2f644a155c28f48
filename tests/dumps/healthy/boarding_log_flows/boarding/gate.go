package boarding

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/rs/zerolog"
)

type Gate struct {
	log   zerolog.Logger
	taken atomic.Int64
}

func NewGate(log zerolog.Logger) *Gate {
	return &Gate{log: log.With().Str("component", "gate").Logger()}
}

func (g *Gate) Board(w http.ResponseWriter, r *http.Request) {
	n := g.taken.Add(1)
	g.log.Info().Str("pass", r.FormValue("pass")).Str("manifest", strings.Repeat("x", 400)).Int64("taken", n).Msg("boarded")
	w.WriteHeader(http.StatusNoContent)
}

func (g *Gate) Seats(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, 600-g.taken.Load()) }

// AccessLog writes one line for each request.
func AccessLog(log zerolog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		defer func() {
			log.Info().Str("method", r.Method).Stringer("url", r.URL).Dur("took", time.Since(begin)).Send()
		}()
		next.ServeHTTP(w, r)
	})
}
