package main

import (
	"log/syslog"
	"net"
	"strings"
	"time"
)

// logTides writes lines to a relay that reads each a little later.
func logTides() {
	relay, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		conn, err := relay.Accept()
		if err != nil {
			return
		}
		buf := make([]byte, 64<<10)
		for {
			time.Sleep(100 * time.Millisecond)
			if _, err := conn.Read(buf); err != nil {
				return
			}
		}
	}()
	out, err := syslog.Dial("tcp", relay.Addr().String(), syslog.LOG_INFO, "tides")
	if err != nil {
		panic(err)
	}
	line := strings.Repeat("high water ", 1<<20)
	for i := 0; i < 2; i++ {
		go out.Debug(line)
	}
}
