// Command preview renders previews; what a preview needs is freed when its context ends.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/preview/internal/ops"
)

type preview struct {
	id     string
	buffer []byte
}

type previews struct{ freed chan string }

func (p *previews) render(ctx context.Context, id string) *preview {
	v := &preview{id: id, buffer: make([]byte, 1<<10)}
	go p.freeWhenDone(ctx, v)
	return v
}

func (p *previews) freeWhenDone(ctx context.Context, v *preview) {
	<-ctx.Done() // BUG: the handler passes Background, whose Done is a nil channel
	v.buffer = nil
	p.freed <- v.id
}

func main() {
	p := &previews{freed: make(chan string, 16)}
	go func() {
		for id := range p.freed {
			fmt.Println("freed", id)
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/preview", func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(context.Background(), http.LocalAddrContextKey, time.Now())
		fmt.Fprintln(w, p.render(ctx, r.URL.RawQuery).id)
	})
	ops.Start(mux)
	ops.Wait()
}
