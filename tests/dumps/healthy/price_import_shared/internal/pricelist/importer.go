// Package pricelist compares price lists.
package pricelist

import (
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// Importer imports price lists into one store.
type Importer struct{ store *badger.DB }

// NewImporter returns an importer.
func NewImporter() (*Importer, error) {
	store, err := open()
	return &Importer{store}, err
}

// Import sorts a supplier's list into the store and counts the changes.
func (i *Importer) Import(supplier string) (int, error) { return count(i.store, supplier) }

func open() (*badger.DB, error) {
	options := badger.DefaultOptions("").WithInMemory(true).WithLogger(nil)
	options.MemTableSize, options.BlockCacheSize = 8<<20, 1<<20
	return badger.Open(options)
}

func count(store *badger.DB, supplier string) (int, error) {
	changed := 0
	err := store.Update(func(txn *badger.Txn) error {
		for article := 0; article < 20; article++ {
			key := []byte(fmt.Sprintf("%s/%03d", supplier, article))
			if _, err := txn.Get(key); err == badger.ErrKeyNotFound {
				changed++
			}
			if err := txn.Set(key, []byte("9.90")); err != nil {
				return err
			}
		}
		return nil
	})
	return changed, err
}
