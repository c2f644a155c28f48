// Command oncestart loads its catalogue from another service at the first request; the others wait.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/oncestart/internal/ops"
)

type catalogue struct {
	once  sync.Once
	names map[string]string
}

func (c *catalogue) get(sku string) string {
	c.once.Do(c.load)
	return c.names[sku]
}

func (c *catalogue) load() {
	time.Sleep(8 * time.Second) // the other service takes its time
	c.names = map[string]string{"A1": "kettle"}
}

func main() {
	c := &catalogue{}
	mux := http.NewServeMux()
	mux.HandleFunc("/name", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, c.get(r.URL.RawQuery)) })
	ops.Start(mux)
	ops.Wait()
}
