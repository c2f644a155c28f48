// Package tickets reads the issuer's keys.
//
// keyfunc.NewDefault of github.com/MicahParks/keyfunc starts a goroutine that fetches the keys again each hour and that
// nothing ends; here it is called for each visitor.
// https://github.com/jetstack/version-checker/pull/382
package tickets

import (
	"context"

	"github.com/MicahParks/keyfunc/v3"
)

// Gate checks tickets.
type Gate struct{ issuer string }

// New returns the gate for the issuer's tickets.
func New(issuer string) *Gate { return &Gate{issuer} }

// Check returns whether there are keys for a ticket.
func (g *Gate) Check(ctx context.Context) error {
	keys, err := keyfunc.NewDefault([]string{g.issuer})
	if err != nil {
		return err
	}
	_, err = keys.Storage().KeyReadAll(ctx)
	return err
}
