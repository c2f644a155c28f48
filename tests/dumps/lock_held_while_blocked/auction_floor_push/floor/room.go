// Package floor is the saleroom: who bids, and who watches.
package floor

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"

	"github.com/coder/websocket"
)

// Lot is one thing that is sold.
type Lot struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Highest int    `json:"highest"`
}

type screens struct {
	sync.Mutex
	open map[*websocket.Conn]bool
}

// Room is one auction.
type Room struct {
	screens
	lots []*Lot
}

// Lots makes a catalogue of n lots.
func Lots(n int) []*Lot {
	lots := make([]*Lot, n)
	for i := range lots {
		lots[i] = &Lot{ID: fmt.Sprint(i), Title: fmt.Sprintf("Lot %d, from a private collection in the north, with provenance", i)}
	}
	return lots
}

// NewRoom opens an auction.
func NewRoom(lots []*Lot) *Room {
	return &Room{lots: lots, screens: screens{open: make(map[*websocket.Conn]bool)}}
}

// Join adds a screen; the caller calls what it returns when the screen goes.
func (r *Room) Join(conn *websocket.Conn) (leave func()) {
	r.Lock()
	defer r.Unlock()
	r.open[conn] = true
	return func() {
		r.Lock()
		defer r.Unlock()
		delete(r.open, conn)
	}
}

// Bid raises a lot and shows it on all screens.
func (r *Room) Bid(ctx context.Context, lot string, by int) error {
	r.Lock()
	defer r.Unlock()
	for _, l := range r.lots {
		if l.ID == lot {
			l.Highest += by
			return r.show(context.WithoutCancel(ctx))
		}
	}
	return fmt.Errorf("no lot %s", lot)
}

// show sends the whole catalogue, so that a screen never misses a bid.
func (r *Room) show(ctx context.Context) error {
	page, err := json.Marshal(r.lots)
	if err != nil {
		return err
	}
	for conn := range r.open {
		if err := conn.Write(ctx, websocket.MessageText, page); err != nil {
			conn.CloseNow()
			delete(r.open, conn)
		}
	}
	return nil
}

func (r *Room) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	r.Lock()
	n := len(r.open)
	r.Unlock()
	fmt.Fprintln(w, n)
}
