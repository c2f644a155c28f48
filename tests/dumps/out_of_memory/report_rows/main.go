// Command report adds up a year of orders.
package main

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"
)

type row struct {
	order string
	note  [256]byte
}

type report struct{ rows []row }

func (r *report) add(id int) {
	r.rows = append(r.rows, row{order: strconv.Itoa(id)}) // BUG: a sum needs no rows
}

func main() {
	limit := uint64(1400 << 20)
	if err := syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	go func() {
		for range time.Tick(time.Second) {
			fmt.Println("still adding")
		}
	}()
	r := &report{}
	for id := 0; ; id++ {
		r.add(id)
	}
}
