// Package payments charges cards and keeps the books.
package payments

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"

	_ "github.com/lib/pq"
)

type Payments struct {
	db       *sql.DB
	provider string
	http     *http.Client
}

func Open(dsn, provider string) (*Payments, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(5)
	return &Payments{db, provider, &http.Client{}}, nil
}

// Charge books the payment and charges the card.
func (p *Payments) Charge(ctx context.Context, order string) error {
	tx, err := p.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "INSERT INTO payments VALUES ('"+order+"')"); err != nil {
		return err
	}
	// BUG: calls another service while the transaction holds one of five connections.
	if err := p.authorize(ctx, order); err != nil {
		return err
	}
	return tx.Commit()
}

func (p *Payments) authorize(ctx context.Context, order string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.provider+"/hang?order="+order, nil)
	if err != nil {
		return err
	}
	resp, err := p.http.Do(req)
	if err != nil {
		return fmt.Errorf("authorize: %w", err)
	}
	return resp.Body.Close()
}

// Balance adds up the books.
func (p *Payments) Balance(ctx context.Context) error {
	_, err := p.db.ExecContext(ctx, "UPDATE balance SET total = 0")
	return err
}
