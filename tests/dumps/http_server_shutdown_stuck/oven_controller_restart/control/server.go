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
	mux.HandleFunc("/ovens/", s.state)
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

func (s *Server) state(w http.ResponseWriter, r *http.Request) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	json.NewEncoder(w).Encode(s.ovens[r.URL.Path])
}

func (s *Server) restart(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "POST only", http.StatusMethodNotAllowed)
		return
	}
	log.Print("restart asked for by ", r.RemoteAddr)
	if err := s.Stop(context.Background()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// Stop lets everything in work end and tells Run.
func (s *Server) Stop(ctx context.Context) error {
	defer close(s.Stopped)
	return s.http.Shutdown(ctx)
}
