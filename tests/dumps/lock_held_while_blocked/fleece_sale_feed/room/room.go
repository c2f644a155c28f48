// Package room has the bids of a sale and those who follow it.
package room

import (
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"
)

const lots = 30

type bid struct{ lot, pence int }

type follower struct {
	id uint64
	ch chan bid
}

type Room struct {
	mu        sync.Mutex
	next      uint64
	followers map[uint64]*follower
	bids      chan bid
}

func New() *Room { return &Room{followers: map[uint64]*follower{}, bids: make(chan bid, 8)} }

func (r *Room) join() *follower {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.next++
	f := &follower{id: r.next, ch: make(chan bid, 4)}
	r.followers[f.id] = f
	return f
}

func (r *Room) leave(id uint64) {
	r.mu.Lock()
	delete(r.followers, id)
	r.mu.Unlock()
}

// Announce passes each bid on to all followers.
func (r *Room) Announce() {
	for b := range r.bids {
		r.mu.Lock()
		for _, f := range r.followers {
			f.ch <- b // BUG: under the lock that a leaving follower waits for
		}
		r.mu.Unlock()
	}
}

// Auction is the auctioneer.
func (r *Room) Auction() {
	for i := 0; ; i++ {
		r.bids <- bid{i % lots, i * 100}
		time.Sleep(20 * time.Millisecond)
	}
}

// Follow streams the bids to a buyer; who follows one lot only leaves when it is sold.
func (r *Room) Follow(w http.ResponseWriter, q *http.Request) {
	f := r.join()
	defer r.leave(f.id)
	one := q.FormValue("lots") == "1"
	for b := range f.ch {
		fmt.Fprintf(w, "data: %d %d\n\n", b.lot, b.pence)
		w.(http.Flusher).Flush()
		if q.Context().Err() != nil || one && b.lot == lots-1 {
			time.Sleep(150 * time.Millisecond) // write the statistics of the visit
			log.Printf("buyer %d has left", f.id)
			return
		}
	}
}
