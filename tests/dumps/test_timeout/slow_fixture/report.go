// Package report adds up what a shop sold.
package report

import "time"

// Poll asks until the report is ready.
func Poll(ready func() bool) int {
	tries := 0
	for !ready() {
		tries++
		time.Sleep(200 * time.Millisecond)
	}
	return tries
}
