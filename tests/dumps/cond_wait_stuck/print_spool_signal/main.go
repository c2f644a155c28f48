// Command spool feeds two presses.
package main

import (
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"example.org/printhouse/spool/internal/ops"
	"example.org/printhouse/spool/spool"
)

type press struct {
	name    string
	printed int64
}

func (p *press) run(s *spool.Spool) {
	for {
		sh := s.Take()
		time.Sleep(time.Duration(sh.Pages) * time.Millisecond)
		atomic.AddInt64(&p.printed, int64(sh.Pages))
	}
}

func main() {
	s := spool.New(4)
	presses := []*press{{name: "north"}, {name: "south"}}
	for _, p := range presses {
		go p.run(s)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/print", func(w http.ResponseWriter, r *http.Request) {
		s.Put(spool.Sheet{Job: r.URL.Query().Get("job"), Pages: 20})
		fmt.Fprintln(w, "spooled")
	})
	mux.HandleFunc("/presses", func(w http.ResponseWriter, r *http.Request) {
		for _, p := range presses {
			fmt.Fprintln(w, p.name, atomic.LoadInt64(&p.printed))
		}
	})
	ops.Start(mux)
	ops.Wait()
}
