package scan

import (
	"bufio"
	"net"
	"sync"
	"time"
)

// Scanner finds open ports.
type Scanner struct{ Parallel int }

// Sweep tries an address again and again, as if it were many.
func (s Scanner) Sweep(filtered, silent string, n int) (open int) {
	targets := make(chan string)
	results := make(chan bool, s.Parallel)
	var wg sync.WaitGroup
	wg.Add(s.Parallel)
	for i := 0; i < s.Parallel; i++ {
		go func() {
			defer wg.Done()
			for t := range targets {
				results <- banner(t)
			}
		}()
	}
	go func() {
		for i := 0; i < n; i++ {
			if i%3 == 0 {
				targets <- silent
			} else {
				targets <- filtered
			}
		}
		close(targets)
		wg.Wait()
		close(results)
	}()
	for ok := range results {
		if ok {
			open++
		}
	}
	return open
}

func banner(addr string) bool {
	c, err := net.DialTimeout("tcp", addr, 1500*time.Millisecond)
	if err != nil {
		return false
	}
	defer c.Close()
	c.SetReadDeadline(time.Now().Add(time.Second))
	_, err = bufio.NewReader(c).ReadString('\n')
	return err == nil
}
