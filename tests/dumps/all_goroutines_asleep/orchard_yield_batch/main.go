// Command yield prints the harvest of a day.
package main

import (
	"fmt"

	"orchard.example/yield/batch"
)

func main() {
	var rows []batch.Row
	for i := 0; i < 40; i++ {
		r := batch.Row{Number: i}
		for j := 0; j < i%5; j++ {
			r.Crates = append(r.Crates, batch.Crate{Row: i, Kind: []string{"gala", "boskop"}[j%2], Grams: 9000 + j})
		}
		rows = append(rows, r)
	}
	sum, errs := batch.NewWeigher(4).All(rows)
	fmt.Println(sum, len(errs))
}
