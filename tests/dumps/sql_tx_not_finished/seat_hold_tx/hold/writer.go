// Package hold writes holds to the database.
package hold

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"time"
)

type Hold struct {
	Show, Seat string
	Until      time.Time
}

type request struct {
	hold Hold
	done chan error
}

type Writer struct {
	db    *sql.DB
	queue chan request
}

func NewWriter(db *sql.DB, size int) *Writer {
	return &Writer{db: db, queue: make(chan request, size)}
}

// Put returns when the hold is written.
func (w *Writer) Put(ctx context.Context, h Hold) error {
	req := request{h, make(chan error, 1)}
	select {
	case w.queue <- req:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-req.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Run writes until the process ends.
func (w *Writer) Run(ctx context.Context) {
	for {
		select {
		case req := <-w.queue:
			req.done <- w.write(ctx, req.hold)
		case <-ctx.Done():
			return
		}
	}
}

func (w *Writer) write(ctx context.Context, h Hold) error {
	tx, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	var taken int64
	if err := tx.QueryRowContext(ctx, "SELECT taken FROM seats WHERE show = ? AND seat = ?", h.Show, h.Seat).Scan(&taken); err != nil {
		tx.Rollback()
		return err
	}
	if taken != 0 {
		log.Printf("seat %s of %s is taken", h.Seat, h.Show)
		return fmt.Errorf("seat %s is taken", h.Seat)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO holds VALUES (?, ?, ?)", h.Show, h.Seat, h.Until); err != nil {
		tx.Rollback()
		return err
	}
	return tx.Commit()
}
