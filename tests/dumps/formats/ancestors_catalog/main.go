// Catalog imports a supplier's files; each goroutine starts the next, so that the tracebacks tell
// more with GODEBUG=tracebackancestors=5.
package main

import (
	"os"
	"runtime/pprof"
	"time"
)

type row struct{ price int }

type catalog struct {
	rows chan row
	seen map[string]int
}

// importAll starts a goroutine for each file.
func (c *catalog) importAll(files []string) {
	for _, file := range files {
		go c.importFile(file)
	}
}

func (c *catalog) importFile(file string) {
	for part := 0; part < 2; part++ {
		go func() { c.importPart(file, part) }()
	}
}

// importPart sends to a consumer that gave up after the first row.
func (c *catalog) importPart(file string, part int) {
	if os.Getenv("CRASH") != "" {
		time.Sleep(50 * time.Millisecond)
		c.seen[file] = part
	}
	c.rows <- row{price: part}
}

func main() {
	c := &catalog{rows: make(chan row)}
	go c.importAll([]string{"north.csv", "south.csv", "west.csv"})
	<-c.rows
	time.Sleep(200 * time.Millisecond)
	if err := pprof.Lookup("goroutine").WriteTo(os.Stdout, 2); err != nil {
		panic(err)
	}
}
