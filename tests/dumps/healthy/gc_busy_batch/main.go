// Command index builds the search index from all products.
package main

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/northshop/gc-busy-batch/internal/ops"
)

type index struct {
	mu    sync.Mutex
	words map[string][]int
}

func (x *index) add(ids chan int) {
	for id := range ids {
		text := strings.Repeat(fmt.Sprintf("product %d in blue and red ", id), 400)
		found := map[string]int{}
		for _, word := range strings.Fields(text) {
			found[word]++
		}
		x.mu.Lock()
		for word := range found {
			x.words[word] = append(x.words[word], id)
		}
		x.mu.Unlock()
	}
}

func main() {
	x, ids := &index{words: map[string][]int{}}, make(chan int)
	for i := 0; i < ops.Count(8); i++ {
		go x.add(ids)
	}
	go func() {
		for id := 0; ; id++ {
			ids <- id % 5000
		}
	}()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
