// Command feed merges price feeds; a feed that is not configured is a nil channel on purpose.
package main

import (
	"fmt"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/northshop/feed/internal/ops"
)

type merger struct {
	own, partner chan int
	last         int64
}

func newMerger(partnerURL string) *merger {
	m := &merger{own: make(chan int)}
	if partnerURL != "" {
		m.partner = make(chan int)
	}
	go m.run(time.NewTicker(time.Second))
	return m
}

// run never sees a value from a nil channel: that is how select is told to leave a case out.
func (m *merger) run(report *time.Ticker) {
	for {
		select {
		case p := <-m.own:
			atomic.StoreInt64(&m.last, int64(p))
		case p := <-m.partner:
			atomic.StoreInt64(&m.last, int64(p))
		case <-report.C:
		}
	}
}

func main() {
	mergers := []*merger{newMerger(""), newMerger(""), newMerger(os.Getenv("PARTNER"))}
	mux := http.NewServeMux()
	mux.HandleFunc("/set", func(w http.ResponseWriter, r *http.Request) {
		for i, m := range mergers {
			m.own <- i + 1
		}
		fmt.Fprintln(w, atomic.LoadInt64(&mergers[0].last))
	})
	ops.Start(mux)
	ops.Wait()
}
