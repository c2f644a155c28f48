// Package rates keeps exchange rates.
package rates

type Table struct{ rates map[string]int }

func NewTable() *Table {
	return &Table{rates: map[string]int{"CHF": 97, "SEK": 1130, "USD": 108}}
}

// Refresh follows the market.
func (t *Table) Refresh() {
	for i := 0; ; i++ {
		t.rates["CHF"] = i // BUG: read and ranged over elsewhere
	}
}

// Rate is what one euro is worth.
func (t *Table) Rate(currency string) int {
	return t.rates[currency]
}

// All lists the currencies.
func (t *Table) All() (names []string) {
	for name := range t.rates {
		names = append(names, name)
	}
	return names
}
