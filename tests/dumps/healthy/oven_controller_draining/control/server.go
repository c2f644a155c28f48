// Package control is the API of the ovens' controller.
package control

import (
	"context"
	"encoding/json"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

type Oven struct {
	Name    string
	Celsius float64
}

// Server is one life of the API; after a restart a new one is made.
type Server struct {
	http    *http.Server
	mu      sync.RWMutex
	ovens   map[string]Oven
	Stopped chan struct{}
}

func New(address string) *Server {
	s := &Server{ovens: map[string]Oven{}, Stopped: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("/ovens/", s.recipe)
	mux.HandleFunc("/admin/restart", s.restart)
	s.http = &http.Server{Addr: address, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return s
}

func (s *Server) Run() error {
	l, err := net.Listen("tcp", s.http.Addr)
	if err != nil {
		return err
	}
	if err := s.http.Serve(l); err != http.ErrServerClosed {
		return err
	}
	// Serve returns at once; what is still in work has to end before the next life.
	<-s.Stopped
	return nil
}

// recipe sends the steps of the running program as the oven reaches them.
func (s *Server) recipe(w http.ResponseWriter, r *http.Request) {
	s.mu.RLock()
	oven := s.ovens[r.URL.Path]
	s.mu.RUnlock()
	step := time.NewTicker(500 * time.Millisecond)
	defer step.Stop()
	out := json.NewEncoder(w)
	for i := 0; i < 14; i++ {
		oven.Celsius += 12.5
		if out.Encode(oven) != nil {
			return
		}
		w.(http.Flusher).Flush()
		select {
		case <-step.C:
		case <-r.Context().Done():
			return
		}
	}
}

func (s *Server) restart(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "POST only", http.StatusMethodNotAllowed)
		return
	}
	log.Print("restart asked for by ", r.RemoteAddr)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		if err := s.Stop(ctx); err != nil {
			log.Print("control: ", err)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// Stop lets everything in work end and tells Run.
func (s *Server) Stop(ctx context.Context) error {
	defer close(s.Stopped)
	return s.http.Shutdown(ctx)
}
