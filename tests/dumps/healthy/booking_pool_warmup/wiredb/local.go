package wiredb

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"time"
)

// StartLocal runs the database inside the process, as the small hotels do.
func StartLocal(login, query time.Duration) string {
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
			go serve(c, login, query)
		}
	}()
	return l.Addr().String()
}

func serve(c net.Conn, login, query time.Duration) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "login") {
			time.Sleep(login) // the password's hash
			fmt.Fprintln(c, "welcome")
			continue
		}
		time.Sleep(query)
		fmt.Fprintln(c, "101,102,207,311")
	}
}
