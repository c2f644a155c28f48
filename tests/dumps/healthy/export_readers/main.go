package main

import (
	"encoding/csv"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type catalogue struct {
	sync.RWMutex
	rows [][]string
}

func (c *catalogue) each(f func([]string) error) error {
	c.RLock()
	defer c.RUnlock()
	for _, r := range c.rows {
		if err := f(r); err != nil {
			return err
		}
	}
	return nil
}

func (c *catalogue) replace(i int, sku string) {
	c.Lock()
	defer c.Unlock()
	c.rows[i%len(c.rows)] = []string{sku, "12.50"}
}

func main() {
	c := &catalogue{rows: make([][]string, 150)}
	http.HandleFunc("/export", func(w http.ResponseWriter, r *http.Request) {
		out := csv.NewWriter(w)
		c.each(func(row []string) error {
			time.Sleep(10 * time.Millisecond) // tax lookup
			return out.Write(row)
		})
		out.Flush()
	})
	go func() {
		for i := 0; ; i++ {
			time.Sleep(200 * time.Millisecond)
			c.replace(i, fmt.Sprint("sku-", i))
		}
	}()
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
