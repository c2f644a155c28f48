// Package calendar knows the bank holidays.
package calendar

import (
	"time"

	"handelsbord.se/fx/refdata"
)

type Bank struct{ days map[string][]time.Time }

func New() *Bank { return &Bank{days: map[string][]time.Time{}} }

func (b *Bank) Closed(currency string, day time.Time) bool {
	if !known(currency) {
		return true
	}
	for _, d := range b.days[currency] {
		if d.Equal(day) {
			return true
		}
	}
	return day.Weekday() == time.Sunday
}

func known(currency string) bool {
	_, ok := refdata.Load().Decimals[currency]
	return ok
}
