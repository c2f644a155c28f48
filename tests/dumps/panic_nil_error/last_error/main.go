// Command migrate brings the database to its newest version.
package main

import "fmt"

type migration func() error

func apply(steps []migration, attempts int) {
	var last error
	for try := 0; try < attempts; try++ {
		if last = steps[0](); last == nil {
			fmt.Println("migrated")
			return
		}
	}
	panic(last) // BUG: without an attempt there is no error
}

func main() { apply([]migration{func() error { return nil }}, 0) }
