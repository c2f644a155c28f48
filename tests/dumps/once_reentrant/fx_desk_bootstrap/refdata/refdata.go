// Package refdata has the currencies and their rules.
package refdata

import (
	"sync"
	"time"
)

type Rules struct {
	Decimals map[string]int
	Holiday  func(time.Time) bool
}

// Calendar tells the days without settlement.
type Calendar interface {
	Closed(currency string, day time.Time) bool
}

var calendar Calendar

func UseCalendar(c Calendar) { calendar = c }

// Load reads the rules once, when somebody wants them.
var Load = sync.OnceValue(func() *Rules {
	time.Sleep(20 * time.Millisecond)
	r := &Rules{Decimals: map[string]int{"SEK": 2, "JPY": 0, "EUR": 2}}
	r.Holiday = today(r)
	return r
})

func today(r *Rules) func(time.Time) bool {
	closed := map[string]bool{}
	for c := range r.Decimals {
		closed[c] = calendar.Closed(c, time.Now())
	}
	return func(time.Time) bool { return closed["EUR"] }
}
