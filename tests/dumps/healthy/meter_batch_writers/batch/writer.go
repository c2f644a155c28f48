// Package batch gathers readings in transactions.
package batch

import (
	"context"
	"database/sql"
	"log"
	"time"
)

type Writer struct {
	db       *sql.DB
	every    time.Duration
	readings chan string
}

func NewWriter(db *sql.DB, every time.Duration) *Writer {
	return &Writer{db: db, every: every, readings: make(chan string, 256)}
}

func (w *Writer) Put(meter string) { w.readings <- meter }

// Run keeps a transaction open and commits it now and then.
func (w *Writer) Run(ctx context.Context) {
	t := time.NewTicker(w.every)
	defer t.Stop()
	var tx *sql.Tx
	for {
		select {
		case meter := <-w.readings:
			if tx == nil {
				var err error
				if tx, err = w.db.BeginTx(ctx, nil); err != nil {
					log.Print(err)
					continue
				}
			}
			if _, err := tx.ExecContext(ctx, "INSERT INTO readings VALUES (?)", meter); err != nil {
				log.Print(err)
			}
		case <-t.C:
			if tx != nil {
				tx.Commit()
				tx = nil
			}
		case <-ctx.Done():
			return
		}
	}
}
