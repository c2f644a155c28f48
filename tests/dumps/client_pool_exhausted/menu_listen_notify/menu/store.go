package menu

import (
	"context"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

type store struct{ pool *pgxpool.Pool }

func (s *store) price(ctx context.Context, dish string) (cents int, err error) {
	err = s.pool.QueryRow(ctx, "select length($1) * 100", dish).Scan(&cents)
	return cents, err
}

// nextChange returns the next change of the menu, for the screens in the restaurants.
func (s *store) nextChange(ctx context.Context) (*pgconn.Notification, error) {
	// BUG: each screen keeps a connection of the pool until the menu changes.
	c, err := s.pool.Acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer c.Release()
	if _, err := c.Exec(ctx, "listen menu_changed"); err != nil {
		return nil, err
	}
	return c.Conn().WaitForNotification(ctx)
}
