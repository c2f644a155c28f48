// Command night copies yesterday's orders into the archive.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"time"
)

type archive struct {
	mu     sync.Mutex
	copied int
}

func (a *archive) copy(day chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for order := range day {
		time.Sleep(time.Millisecond)
		a.mu.Lock()
		a.copied += order & 1
		a.mu.Unlock()
	}
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	a, day := &archive{}, make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go a.copy(day, &wg)
	}
	for order := 0; order < 100000; order++ {
		select {
		case day <- order:
		case <-stop:
			order = 100000
		}
	}
	close(day)
	wg.Wait()
	fmt.Println(a.copied)
}
