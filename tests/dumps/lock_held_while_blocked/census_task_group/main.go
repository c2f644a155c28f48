package main

import (
	"fmt"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"statoffice.fi/census/internal/ops"
	"statoffice.fi/census/tasks"
)

// region is counted by its municipalities, which are known when it is opened.
type region struct {
	name  string
	group *tasks.Group
	heads int64
}

func (r *region) open() error {
	time.Sleep(60 * time.Millisecond)
	for i := 0; i < 6; i++ {
		id := r.name + "/" + strconv.Itoa(i)
		r.group.Go(func() error { return r.count(id) })
	}
	return nil
}

func (r *region) count(municipality string) error {
	time.Sleep(150 * time.Millisecond)
	atomic.AddInt64(&r.heads, int64(len(municipality)*100))
	return nil
}

type office struct{ counted chan string }

func (o *office) census(w http.ResponseWriter, q *http.Request) {
	r := &region{name: q.URL.Query().Get("region"), group: tasks.NewGroup(3, 16)}
	r.group.Go(r.open)
	if err := r.group.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	o.counted <- r.name
	fmt.Fprintln(w, r.heads)
}

func (o *office) press() {
	for name := range o.counted {
		_ = name
	}
}

func main() {
	o := &office{counted: make(chan string, 4)}
	go o.press()
	mux := http.NewServeMux()
	mux.HandleFunc("/census", o.census)
	ops.Start(mux)
	ops.Wait()
}
