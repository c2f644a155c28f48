package stock

import (
	"time"

	"go.etcd.io/bbolt"
)

// Deliver adds a whole delivery or nothing.
func (s *Store) Deliver(batch map[string]uint64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.db.Update(func(tx *bbolt.Tx) error {
		for sort, n := range batch {
			if err := s.add(tx, sort, n); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) add(tx *bbolt.Tx, sort string, n uint64) error {
	time.Sleep(40 * time.Millisecond) // germination is looked up
	s.counts[sort] += n
	return put(tx, sort, s.counts[sort])
}
