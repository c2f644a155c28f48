// Package card is the box of cards, one for each kind of seed.
package card

import bolt "go.etcd.io/bbolt"

type Box struct{ db *bolt.DB }

func Open(file string) (*Box, error) {
	db, err := bolt.Open(file, 0600, nil)
	return &Box{db}, err
}

// Save writes the card and notes that it was seen.
func (b *Box) Save(id, text string) error {
	return b.db.Update(func(tx *bolt.Tx) error {
		cards, err := tx.CreateBucketIfNotExists([]byte("cards"))
		if err != nil {
			return err
		}
		if err := cards.Put([]byte(id), []byte(text)); err != nil {
			return err
		}
		return b.touch(id) // BUG: a second write transaction inside of the first
	})
}

func (b *Box) touch(id string) error {
	return b.db.Update(func(tx *bolt.Tx) error {
		seen, err := tx.CreateBucketIfNotExists([]byte("seen"))
		if err != nil {
			return err
		}
		return seen.Put([]byte(id), []byte("1"))
	})
}
