// Command feed decodes product feeds.
package main

import (
	"container/list"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/feed-decoder/internal/ops"
)

type product struct {
	name  string
	parts []*product
}

type feed struct {
	recent *list.List // least recently used last
}

func grow(depth int) *product {
	p := &product{name: fmt.Sprintf("part-%06d", depth)}
	if depth > 0 {
		p.parts = []*product{grow(depth - 1), grow(depth - 1)}
	}
	return p
}

// warm fills the cache. BUG: the collector can only follow the list link by link, and meanwhile
// everybody who allocates has to wait for it.
func (f *feed) warm() {
	for i := 0; i < 2500000; i++ {
		f.recent.PushFront(&product{})
	}
}

func (f *feed) decode(id string) (parts int) {
	for until := time.Now().Add(2 * time.Minute); time.Now().Before(until); {
		parts += len(grow(8).parts)
	}
	return parts
}

func main() {
	f := &feed{recent: list.New()}
	f.warm()
	mux := http.NewServeMux()
	mux.HandleFunc("/decode", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, f.decode(r.URL.Query().Get("id")))
	})
	ops.Start(mux)
	ops.Wait()
}
