// Prints one of its goroutines, as somebody copies it out of a dump.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

// excerpt waits for the goroutine that has all the words, and prints it alone.
func excerpt(words ...string) {
	buf := make([]byte, 1<<20)
	for {
		for _, one := range strings.Split(string(buf[:runtime.Stack(buf, true)]), "\n\n") {
			found := true
			for _, word := range words {
				found = found && strings.Contains(one, word)
			}
			if found {
				fmt.Println(strings.TrimSpace(one))
				return
			}
		}
		time.Sleep(time.Millisecond)
	}
}

func main() {
	if os.Getenv("WHAT") == "syslog" {
		logTides()
		excerpt("(*Writer).writeAndRetry", "lockSlow")
		return
	}
	readLevels()
	excerpt("(*Gauges).at", "Semacquire")
}
