// Package basket keeps the visitors' baskets in Redis.
package basket

import (
	"errors"
	"time"

	"github.com/gomodule/redigo/redis"
)

// ErrNone is what a visitor without a basket gets.
var ErrNone = errors.New("this visitor has no basket")

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

// Total adds up the prices, in cents.
func (s *Store) Total(visitor string) (int, error) {
	conn := s.pool.Get()
	prices, err := redis.Ints(conn.Do("HVALS", "basket:"+visitor))
	if err != nil {
		return 0, err
	}
	if len(prices) == 0 {
		// BUG: the connection is not given back on this way out.
		return 0, ErrNone
	}
	defer conn.Close()
	total := 0
	for _, price := range prices {
		total += price
	}
	return total, nil
}
