// Package rooms relays a channel of Redis to each room.
//
// A room that was closed is left by its last guest. Unsubscribe of github.com/mediocregopher/radix 3.5.2 then sends its
// command to the goroutine of the connection, which ended at Close: nobody receives, and no error tells that.
// https://github.com/mediocregopher/radix/pull/230
package rooms

import (
	"fmt"
	"net/http"
	"sync"

	"github.com/mediocregopher/radix/v3"
)

type room struct {
	conn     radix.PubSubConn
	messages chan radix.PubSubMessage
}

// Service answers the requests.
type Service struct {
	redis string
	mu    sync.Mutex
	rooms map[string]*room
}

// New returns the service of the Redis at addr.
func New(addr string) *Service { return &Service{redis: addr, rooms: map[string]*room{}} }

func (s *Service) room(id string) (*room, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if rm, ok := s.rooms[id]; ok {
		return rm, nil
	}
	conn, err := radix.PersistentPubSubWithOpts("tcp", s.redis)
	if err != nil {
		return nil, err
	}
	rm := &room{conn: conn, messages: make(chan radix.PubSubMessage, 64)}
	s.rooms[id] = rm
	return rm, conn.Subscribe(rm.messages, "fire:"+id)
}

// Join opens a room.
func (s *Service) Join(w http.ResponseWriter, r *http.Request) {
	_, err := s.room(r.FormValue("id"))
	fmt.Fprintln(w, err)
}

// Close closes a room for the night.
func (s *Service) Close(w http.ResponseWriter, r *http.Request) {
	rm, err := s.room(r.FormValue("id"))
	if err == nil {
		err = rm.conn.Close()
	}
	fmt.Fprintln(w, err)
}

// Leave ends what a guest follows.
func (s *Service) Leave(w http.ResponseWriter, r *http.Request) {
	rm, err := s.room(r.FormValue("id"))
	if err == nil {
		err = rm.conn.Unsubscribe(rm.messages, "fire:"+r.FormValue("id"))
	}
	fmt.Fprintln(w, err)
}
