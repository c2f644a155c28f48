// Package voucher reads vouchers.
package voucher

import "strings"

type Campaign struct{ Name string }

type Voucher struct {
	Code     string
	Campaign *Campaign
}

// Parse reads "code;campaign".
func Parse(line string) *Voucher {
	code, campaign, ok := strings.Cut(line, ";")
	v := &Voucher{Code: code}
	if ok {
		v.Campaign = &Campaign{campaign}
	}
	return v
}

// Label is what is printed on the voucher.
func (v *Voucher) Label() string {
	return v.Code + " (" + strings.ToUpper(v.Campaign.Name) + ")" // BUG: a voucher may have no campaign
}
