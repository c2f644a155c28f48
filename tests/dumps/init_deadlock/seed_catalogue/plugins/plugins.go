package plugins

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type source func(emit func(string, int))

var sources = []source{
	func(emit func(string, int)) { emit("tomato", 280) },
	func(emit func(string, int)) { emit("cress", 120) },
	func(emit func(string, int)) { emit("marigold", 190) },
}

var reload = make(chan os.Signal, 1)

func init() {
	signal.Notify(reload, syscall.SIGHUP)
}

// Run lets each source emit what it has, at the same time.
func Run(emit func(string, int)) {
	var wg sync.WaitGroup
	for _, s := range sources {
		wg.Add(1)
		go func(s source) {
			defer wg.Done()
			s(emit)
		}(s)
	}
	wg.Wait()
}
