// Package feed reads price lists.
package feed

import "strings"

// Prices reads lines of "item,currency,price".
func Prices(text string) map[string]string {
	prices := map[string]string{}
	for _, line := range strings.Split(text, "\n") {
		columns := strings.Split(line, ",")
		prices[columns[0]] = price(columns)
	}
	return prices
}

func price(columns []string) string {
	return columns[2] + " " + columns[1] // BUG: trusts that each line has three columns
}
