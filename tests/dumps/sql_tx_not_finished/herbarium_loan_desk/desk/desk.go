package desk

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

var ErrFragile = errors.New("sheet is too fragile to be lent")

type Desk struct {
	DB *sql.DB
}

// Lend notes a loan of a sheet.
func (d *Desk) Lend(sheet string) error {
	tx, err := d.DB.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO loans VALUES (1)"); err != nil {
		tx.Rollback()
		return err
	}
	if strings.HasSuffix(sheet, "f") {
		return ErrFragile
	}
	return tx.Commit()
}
