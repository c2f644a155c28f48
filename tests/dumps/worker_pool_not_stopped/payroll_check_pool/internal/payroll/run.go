package payroll

import (
	"errors"
	"fmt"
	"strings"

	"payhub.internal/payroll-api/internal/pool"
)

// Slip is the pay of one person.
type Slip struct {
	Person string
	IBAN   string
	Cents  int64
}

type ibanCheck struct{ slip Slip }

func (c ibanCheck) Do() error {
	if !strings.HasPrefix(c.slip.IBAN, "DE") && !strings.HasPrefix(c.slip.IBAN, "AT") {
		return fmt.Errorf("%s: foreign account", c.slip.Person)
	}
	return nil
}

// ErrNegative is a slip that would take money.
var ErrNegative = errors.New("negative pay")

// Run checks a month.
type Run struct {
	Month string
	Slips []Slip
}

// Validate says what is wrong with the run.
func (r *Run) Validate() error {
	p := pool.New(4)
	for _, s := range r.Slips {
		if s.Cents < 0 {
			return fmt.Errorf("%s %s: %w", r.Month, s.Person, ErrNegative)
		}
		p.Put(ibanCheck{s})
	}
	return errors.Join(p.Finish()...)
}
