// Package basket keeps the visitors' baskets in Redis.
package basket

import (
	"time"

	"github.com/gomodule/redigo/redis"
)

// Store is where the baskets are kept.
type Store struct{ pool *redis.Pool }

// Open returns the store at addr; connections are made when they are needed.
func Open(addr string) *Store {
	return &Store{&redis.Pool{
		MaxActive: 6, MaxIdle: 6, Wait: true,
		Dial: func() (redis.Conn, error) {
			return redis.Dial("tcp", addr, redis.DialConnectTimeout(2*time.Second))
		},
	}}
}

// Put adds an article and gives a replica a moment to have it as well.
func (s *Store) Put(visitor, article string, cents int) error {
	conn := s.pool.Get()
	defer conn.Close()
	if _, err := conn.Do("HSET", "articles:"+visitor, article, cents); err != nil {
		return err
	}
	_, err := conn.Do("WAIT", 1, 60)
	return err
}
