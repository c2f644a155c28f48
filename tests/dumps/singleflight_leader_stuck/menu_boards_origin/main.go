package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"canteen.at/boards/boards"
	"canteen.at/boards/internal/ops"
)

// cashier is the till's live counter, a long-lived loop beside the boards.
func cashier(sold chan int) {
	total := 0
	for {
		select {
		case n := <-sold:
			total += n
		case <-time.After(5 * time.Second):
		}
	}
}

// branchKitchen answers for the canteens that cook in this house.
func branchKitchen(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			line, _ := bufio.NewReader(c).ReadString('\n')
			fmt.Fprintf(c, "soup for %s\n", strings.TrimSpace(line))
		}()
	}
}

func main() {
	go cashier(make(chan int))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go branchKitchen(l)
	mux := http.NewServeMux()
	mux.Handle("/board", boards.New(os.Getenv("UPSTREAM_SILENT")))
	mux.Handle("/branch", boards.New(l.Addr().String()))
	ops.Start(mux)
	ops.Wait()
}
