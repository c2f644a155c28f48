// Command importer reads orders until its input ends or somebody stops it.
package main

import (
	"fmt"
	"sync"
	"time"
)

type importer struct {
	quit chan struct{}
	wg   sync.WaitGroup
}

func (i *importer) read() {
	defer i.wg.Done()
	for n := 0; n < 3; n++ {
		select {
		case <-i.quit:
			return
		case <-time.After(time.Millisecond):
			fmt.Println("order", n)
		}
	}
	i.Stop()
}

// Stop ends the import.
func (i *importer) Stop() {
	close(i.quit) // BUG: both the end of the input and the caller come here
}

func main() {
	i := &importer{quit: make(chan struct{})}
	i.wg.Add(1)
	go i.read()
	time.Sleep(20 * time.Millisecond)
	i.Stop()
	i.wg.Wait()
}
