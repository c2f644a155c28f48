package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/orbitpay/settle/batch"
)

func main() {
	var wg sync.WaitGroup
	for part := 0; part < 3; part++ {
		wg.Add(1)
		go func(part int) {
			defer wg.Done()
			defer func() {
				if p := recover(); p != nil {
					fmt.Fprintln(os.Stderr, "part", part, "failed:", p)
					panic(fmt.Errorf("settle part %d: %v", part, p))
				}
			}()
			time.Sleep(time.Duration(20*(3-part)) * time.Millisecond)
			batch.New(part).Settle([]string{"a;100", "b;250", "c"})
		}(part)
	}
	wg.Wait()
}
