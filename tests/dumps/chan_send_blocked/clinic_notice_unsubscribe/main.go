// Command notices streams schedule changes to the screens in the corridors.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"

	"example.org/clinic/notices/internal/ops"
	"example.org/clinic/notices/notice"
)

type scheduleFeed struct {
	once sync.Once
	out  chan notice.Change
}

func (f *scheduleFeed) Changes() (<-chan notice.Change, error) {
	f.out = make(chan notice.Change, 16)
	return f.out, nil
}

func (f *scheduleFeed) end() { f.once.Do(func() { close(f.out) }) }

type screens struct {
	bus *notice.Broadcaster
}

func (s screens) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	sub, err := s.bus.Subscribe(r.URL.Query().Get("ward"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	defer s.bus.Unsubscribe(sub)
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		select {
		case c, ok := <-sub.C:
			if !ok {
				return
			}
			fmt.Fprintf(w, "data: %s %s %s\n\n", c.Room, c.Patient, c.At.Format(time.RFC3339))
		case <-r.Context().Done():
			return
		}
	}
}

func main() {
	feed := &scheduleFeed{}
	bus, err := notice.NewBroadcaster(feed)
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/screen", screens{bus})
	mux.HandleFunc("/schedule/disconnect", func(w http.ResponseWriter, r *http.Request) {
		feed.end()
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
