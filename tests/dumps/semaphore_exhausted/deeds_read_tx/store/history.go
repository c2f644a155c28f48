package store

import "context"

// History lists the deeds of several parcels in one state of the store.
func (s *Store) History(ctx context.Context, parcels ...string) (map[string][]string, error) {
	tx, err := s.BeginRead(ctx)
	if err != nil {
		return nil, err
	}
	all := make(map[string][]string, len(parcels))
	for _, p := range parcels {
		d, err := tx.Deeds(p)
		if err != nil {
			return nil, err
		}
		all[p] = d
	}
	tx.Rollback()
	return all, nil
}
