// Package runs runs analyses and buffers the log file of each.
//
// BufferedWriteSyncer.Stop of go.uber.org/zap 1.27.1 waits for the goroutine that flushes the buffer without the
// buffer's lock.
package runs

import (
	"fmt"
	"net/http"
	"os"
	"strconv"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// Service answers the requests.
type Service struct{ dir string }

// New returns the service.
func New() (*Service, error) {
	dir, err := os.MkdirTemp("", "runs")
	return &Service{dir}, err
}

// volume is a file on the laboratory's shared volume, which is slow.
type volume struct{ *os.File }

func (v volume) Write(p []byte) (int, error) {
	time.Sleep(3 * time.Millisecond)
	return v.File.Write(p)
}

func (s *Service) run(steps int) error {
	f, err := os.CreateTemp(s.dir, "run")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	out := &zapcore.BufferedWriteSyncer{WS: volume{f}, FlushInterval: 2 * time.Millisecond}
	log := zap.New(zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()), out, zap.InfoLevel))
	for i := 0; i < steps; i++ {
		log.Info("step", zap.Int("n", i))
		time.Sleep(time.Millisecond)
	}
	return out.Stop()
}

// Run runs an analysis.
func (s *Service) Run(w http.ResponseWriter, r *http.Request) {
	steps, _ := strconv.Atoi(r.FormValue("steps"))
	fmt.Fprintln(w, s.run(steps))
}
