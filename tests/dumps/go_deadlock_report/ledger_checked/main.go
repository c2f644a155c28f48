// Command ledger moves money between accounts; its locks are checked by go-deadlock.
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/northshop/ledger-checked/internal/ledger"
	"github.com/sasha-s/go-deadlock"
)

func main() {
	deadlock.Opts.DeadlockTimeout = 2 * time.Second
	l := ledger.New("ada", "bob")
	switch os.Getenv("MODE") {
	case "order":
		l.Transfer("ada", "bob", 5)
		go l.Transfer("bob", "ada", 7)
		time.Sleep(time.Second)
	case "twice":
		l.Statement("ada")
	case "slow":
		go l.Export("ada")
		time.Sleep(100 * time.Millisecond)
		l.Transfer("ada", "bob", 5)
	}
	fmt.Println("done")
}
