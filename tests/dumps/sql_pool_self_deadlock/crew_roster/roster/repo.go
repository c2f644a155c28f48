package roster

import (
	"context"
	"database/sql"
	"fmt"
)

type Repo struct{ db *sql.DB }

func NewRepo(db *sql.DB) *Repo { return &Repo{db: db} }

func (r *Repo) Migrate(ctx context.Context) error {
	for _, q := range []string{
		`create table if not exists duty (id int primary key, crew int, day int)`,
		`create table if not exists crew (id int primary key, name text)`,
		`insert into crew select g, 'crew ' || g from generate_series(1, 40) g on conflict do nothing`,
		`insert into duty select g, 1 + g % 40, g % 28 from generate_series(1, 400) g on conflict do nothing`,
	} {
		if _, err := r.db.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
	}
	return nil
}

type Duty struct {
	ID, Crew, Day int
	Name          string
}

// EachDuty calls fn for each duty of the month; fn may stop it with an error.
func (r *Repo) EachDuty(ctx context.Context, fn func(context.Context, Duty) error) error {
	rows, err := r.db.QueryContext(ctx, `select id, crew, day from duty order by day, id limit 60`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var d Duty
		if err := rows.Scan(&d.ID, &d.Crew, &d.Day); err != nil {
			return err
		}
		if err := fn(ctx, d); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (r *Repo) CrewName(ctx context.Context, id int) (name string, err error) {
	err = r.db.QueryRowContext(ctx, `select name, pg_sleep(0.01) from crew where id = $1`, id).Scan(&name, new(any))
	return name, err
}
