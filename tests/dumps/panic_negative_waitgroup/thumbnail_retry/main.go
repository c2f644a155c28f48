// Command thumbnails makes small pictures of large ones.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errBusy = errors.New("converter is busy")

type batch struct {
	wg    sync.WaitGroup
	tries map[string]int
}

func (b *batch) convert(name string) {
	defer b.wg.Done()
	if err := b.run(name); err != nil {
		b.convert(name) // BUG: the retry calls Done as well
	}
}

func (b *batch) run(name string) error {
	time.Sleep(time.Millisecond)
	b.tries[name]++
	if b.tries[name] < 2 {
		return errBusy
	}
	fmt.Println(name, "done")
	return nil
}

func main() {
	b := &batch{tries: map[string]int{}}
	b.wg.Add(1)
	go b.convert("mug.jpg")
	time.Sleep(50 * time.Millisecond)
	b.wg.Wait()
}
