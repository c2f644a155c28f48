// Package simulator stands for the scale where there is none.
package simulator

import (
	"bufio"
	"fmt"
	"net"
	"time"
)

// Start answers each question after a while.
func Start(settle time.Duration) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go weigh(c, settle)
		}
	}()
	return l.Addr().String()
}

func weigh(c net.Conn, settle time.Duration) {
	defer c.Close()
	questions := bufio.NewScanner(c)
	for kilos := 18240; questions.Scan(); kilos += 20 {
		time.Sleep(settle)
		fmt.Fprintf(c, "%d\r\n", kilos)
	}
}
