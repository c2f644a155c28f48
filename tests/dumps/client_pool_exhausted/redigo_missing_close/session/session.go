package session

import (
	"net/http"
	"strings"
	"time"

	"github.com/gomodule/redigo/redis"
)

// Store keeps sessions.
type Store struct{ *redis.Pool }

// NewStore makes one.
func NewStore(addr string, size int) *Store {
	addr = strings.TrimPrefix(addr, "redis://")
	return &Store{&redis.Pool{MaxActive: size, MaxIdle: size, Wait: true, IdleTimeout: time.Minute,
		Dial: func() (redis.Conn, error) { return redis.Dial("tcp", addr, redis.DialReadTimeout(2*time.Second)) }}}
}

// Load reads the user of a session. The bug: no Close when the session is unknown.
func (s *Store) Load(id string) (string, error) {
	c := s.Get()
	user, err := redis.String(c.Do("GET", "session:"+id))
	if err != nil {
		return "", err
	}
	c.Close()
	return user, nil
}

// Middleware looks the session up.
func Middleware(s *Store, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.Load(r.URL.Query().Get("sid")); err != nil && err != redis.ErrNil {
			http.Error(w, err.Error(), 500)
			return
		}
		next.ServeHTTP(w, r)
	})
}
