// Package slip computes pay slips.
package slip

import "time"

type TaxClass struct{ Percent int64 }

type Employee struct {
	ID    string
	Gross int64
	Class *TaxClass
}

type Slip struct {
	ID       string
	Net, Tax int64
}

// Compute needs the tax class of the employee.
func Compute(e Employee) Slip {
	time.Sleep(3 * time.Millisecond)
	tax := e.Gross * e.Class.Percent / 100
	return Slip{ID: e.ID, Net: e.Gross - tax, Tax: tax}
}
