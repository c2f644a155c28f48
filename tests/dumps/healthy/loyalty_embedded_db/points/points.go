// Package points counts.
package points

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
)

type Book struct {
	db *sql.DB
}

func New(db *sql.DB) *Book { return &Book{db: db} }

func (b *Book) earn(ctx context.Context, card string) (int64, error) {
	result, err := b.db.ExecContext(ctx, "UPDATE cards SET points = points + 1 WHERE card = ?", card)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := b.earn(r.Context(), r.URL.Query().Get("card"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, n)
}
