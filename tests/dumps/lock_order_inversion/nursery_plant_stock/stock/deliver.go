package stock

import (
	"time"

	"go.etcd.io/bbolt"
)

// Deliver adds a whole delivery or nothing.
func (s *Store) Deliver(batch map[string]uint64) error {
	return s.db.Update(func(tx *bbolt.Tx) error {
		for sort, n := range batch {
			if err := s.add(tx, sort, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// BUG: the store's mutex inside of the file's transaction; Take has them the other way round.
func (s *Store) add(tx *bbolt.Tx, sort string, n uint64) error {
	time.Sleep(3 * time.Millisecond) // the price is looked up
	s.mu.Lock()
	defer s.mu.Unlock()
	s.counts[sort] += n
	return put(tx, sort, s.counts[sort])
}
