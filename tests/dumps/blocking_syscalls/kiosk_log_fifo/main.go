// Command agent starts apps on ticket kiosks.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"os/exec"
	"sync"

	"kiosk.example/agent/internal/ops"
	"kiosk.example/agent/logpipe"
)

var errNotInstalled = errors.New("app is not installed")

// Supervisor starts apps again when they fail.
type Supervisor struct {
	logs *logpipe.Collector

	mu      sync.Mutex
	running map[string]*exec.Cmd
}

// Start runs an app with its output in the collector's pipe.
func (s *Supervisor) Start(app, binary string) error {
	path, err := s.logs.Attach(app)
	if err != nil {
		return err
	}
	if _, err := os.Stat(binary); err != nil {
		return errNotInstalled
	}
	cmd := exec.Command("sh", "-c", "exec "+binary+" > "+path)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running[app] = cmd
	return cmd.Start()
}

func main() {
	logs, err := logpipe.New()
	if err != nil {
		log.Fatal(err)
	}
	defer logs.Close()
	s := &Supervisor{logs: logs, running: map[string]*exec.Cmd{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/start", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Start(r.URL.Query().Get("app"), "/opt/kiosk/"+r.URL.Query().Get("kind")); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
