// Package roster finds the pilot who is on duty.
package roster

import (
	"context"
	"database/sql"
	"errors"
	"time"

	_ "github.com/lib/pq"
)

var ErrNobody = errors.New("roster: nobody on duty")

type Roster struct {
	db   *sql.DB
	base context.Context
	last chan string
}

func Open(ctx context.Context, url string) (*Roster, error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(80)
	r := &Roster{db: db, base: ctx, last: make(chan string, 128)}
	go r.audit()
	return r, nil
}

// audit keeps what was given out for the port authority.
func (r *Roster) audit() {
	flush := time.NewTicker(15 * time.Second)
	defer flush.Stop()
	var given []string
	for {
		select {
		case name := <-r.last:
			given = append(given, name)
		case <-flush.C:
			given = given[:0]
		case <-r.base.Done():
			return
		}
	}
}

// OnDuty is the first pilot who may bring in a vessel of that draught.
func (r *Roster) OnDuty(draught int) (string, error) {
	rows, err := r.db.QueryContext(r.base, "SELECT ref FROM pilots")
	if err != nil {
		return "", err
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			rows.Close()
			return "", err
		}
		if len(name) > draught {
			r.last <- name
			return name, nil
		}
	}
	return "", ErrNobody
}
