// Package number gives out docket numbers, each once.
package number

import (
	"fmt"
	"time"
)

var numbers = make(chan string)

func init() {
	go func() {
		year := time.Now().Year()
		for n := 1; ; n++ {
			numbers <- fmt.Sprintf("%d/%06d", year, n)
		}
	}()
}

// Next is a number that nobody has.
func Next() string { return <-numbers }
