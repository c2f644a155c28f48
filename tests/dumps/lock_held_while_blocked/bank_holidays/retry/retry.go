// Package retry tries again, and waits twice as long each time.
package retry

import "time"

func Do[T any](attempts int, f func() (T, error)) (v T, err error) {
	pause := 250 * time.Millisecond
	for i := 0; i < attempts; i++ {
		if v, err = f(); err == nil {
			return v, nil
		}
		time.Sleep(pause)
		pause *= 2
	}
	return v, err
}
