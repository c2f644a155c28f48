// Package session keeps the hot sessions in an LRU.
//
// The eviction callback asks the cache for its length. From github.com/hashicorp/golang-lru 0.6.0 on it is called
// without the lock: https://github.com/hashicorp/golang-lru/pull/80
package session

import (
	"fmt"
	"net/http"
	"sync/atomic"

	lru "github.com/hashicorp/golang-lru"
)

// Service answers the requests.
type Service struct {
	hot  *lru.Cache
	fill int64
}

// New returns the service.
func New() (*Service, error) {
	s := &Service{}
	c, err := lru.NewWithEvict(16, s.onEvict)
	s.hot = c
	return s, err
}

// onEvict keeps the gauge of live sessions.
func (s *Service) onEvict(key, value interface{}) {
	atomic.StoreInt64(&s.fill, int64(s.hot.Len()))
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/session/put", func(w http.ResponseWriter, r *http.Request) {
		s.hot.Add(r.FormValue("id"), r.RemoteAddr)
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("/session/get", func(w http.ResponseWriter, r *http.Request) {
		_, ok := s.hot.Get(r.FormValue("id"))
		fmt.Fprintln(w, ok)
	})
}
