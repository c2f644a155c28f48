// Command rendering waits for the pictures of an album, which take a while.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/rendering/internal/ops"
)

type renderer struct{ slots chan struct{} }

func (r *renderer) album(pictures int) int {
	var wg sync.WaitGroup
	done := make(chan int, pictures)
	for i := 0; i < pictures; i++ {
		i := i
		wg.Add(1)
		go func() {
			defer wg.Done()
			done <- r.render(i)
		}()
	}
	wg.Wait()
	return len(done)
}

func (r *renderer) render(i int) int {
	r.slots <- struct{}{}
	defer func() { <-r.slots }()
	time.Sleep(40 * time.Millisecond) // the picture service
	return i
}

func main() {
	r := &renderer{make(chan struct{}, 4)}
	mux := http.NewServeMux()
	mux.HandleFunc("/album", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, r.album(12)) })
	ops.Start(mux)
	ops.Wait()
}
