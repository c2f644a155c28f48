package ledger

import (
	"context"
	"database/sql"
	"time"
)

// Book is the ledger.
type Book struct{ DB *sql.DB }

func (b Book) inTx(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := b.DB.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Balance adds all up.
func (b Book) Balance(ctx context.Context, account string) (sum int64, err error) {
	ctx, cancel := context.WithTimeout(ctx, 8*time.Second)
	defer cancel()
	err = b.inTx(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "select pg_sleep(0.04)"); err != nil {
			return err
		}
		rows, err := tx.QueryContext(ctx, "select n from generate_series(1, 2000) n, pg_sleep(0.03)")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var n int64
			if err := rows.Scan(&n); err != nil {
				return err
			}
			sum += n
		}
		return rows.Err()
	})
	return sum, err
}
