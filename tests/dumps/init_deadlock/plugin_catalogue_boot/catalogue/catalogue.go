// Package catalogue loads all drivers when the program starts.
package catalogue

import (
	"sync"
	"time"
)

type Driver struct {
	Name  string
	Delay time.Duration
}

var (
	mu      sync.Mutex
	drivers = map[string]Driver{}
	loaded  = loadAll("printer", "scanner", "drawer")
)

// Register adds a driver.
func Register(d Driver) {
	mu.Lock()
	defer mu.Unlock()
	drivers[d.Name] = d
}

func loadAll(names ...string) int {
	mu.Lock()
	defer mu.Unlock()
	var all sync.WaitGroup
	for _, n := range names {
		all.Add(1)
		go func(n string) {
			defer all.Done()
			time.Sleep(5 * time.Millisecond)
			Register(Driver{n, time.Second})
		}(n)
	}
	all.Wait()
	return len(drivers)
}

// Loaded is the number of drivers at the start.
func Loaded() int { return loaded }
