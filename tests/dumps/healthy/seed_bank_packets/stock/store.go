// Package stock has the counts in memory and in a file.
package stock

import (
	"encoding/binary"
	"errors"
	"sync"
	"time"

	"go.etcd.io/bbolt"
)

var name = []byte("stock")

// Store is the file with the counts beside it.
type Store struct {
	db     *bbolt.DB
	mu     sync.Mutex
	counts map[string]uint64
}

// Open makes the file if there is none.
func Open(file string) (*Store, error) {
	db, err := bbolt.Open(file, 0o600, &bbolt.Options{Timeout: time.Second, NoSync: true})
	if err != nil {
		return nil, err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists(name)
		return err
	})
	return &Store{db: db, counts: map[string]uint64{}}, err
}

func put(tx *bbolt.Tx, sort string, n uint64) error {
	return tx.Bucket(name).Put([]byte(sort), binary.BigEndian.AppendUint64(nil, n))
}

// Take removes one and says how many are left.
func (s *Store) Take(sort string) (uint64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.counts[sort]
	if n == 0 {
		return 0, errors.New("none left")
	}
	n--
	if err := s.db.Update(func(tx *bbolt.Tx) error { return put(tx, sort, n) }); err != nil {
		return 0, err
	}
	s.counts[sort] = n
	return n, nil
}
