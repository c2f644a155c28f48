package catalog

import (
	"sort"
	"sync"
	"time"
)

type entry struct {
	name string
	load func() error
}

var (
	mu      sync.Mutex
	entries = map[string]entry{}
	ready   = prefetch("fonts", "icons", "maps")
)

func prefetch(names ...string) bool {
	mu.Lock()
	defer mu.Unlock()
	var wg sync.WaitGroup
	for _, n := range names {
		wg.Add(1)
		go func(n string) {
			defer wg.Done()
			time.Sleep(10 * time.Millisecond)
			Register(n, func() error { return nil })
		}(n)
	}
	go keepFresh()
	wg.Wait()
	return true
}

func keepFresh() {
	for range time.Tick(time.Minute) {
		All()
	}
}

func Register(name string, load func() error) {
	mu.Lock()
	defer mu.Unlock()
	entries[name] = entry{name, load}
}

func All() (names []string) {
	mu.Lock()
	defer mu.Unlock()
	for n := range entries {
		names = append(names, n)
	}
	sort.Strings(names)
	return
}
