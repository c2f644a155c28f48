package room

import (
	"context"
	"fmt"
	"net/http"
	"sync"
)

type (
	move   struct{ player, cell int }
	invite struct{ from, to string }
)

type base struct {
	id   string
	quit <-chan struct{}
}

// Room is one game: all that happens in it happens in its own goroutine.
type Room struct {
	base
	moves chan move
	chat  chan string
	board [9]int
}

func (r *Room) loop() {
	for {
		select {
		case m := <-r.moves:
			r.apply(m)
		case line := <-r.chat:
			_ = line
		case <-r.quit:
			return
		}
	}
}

func (r *Room) apply(m move) { r.board[m.cell%9] = m.player }

type Directory struct {
	ctx     context.Context
	mu      sync.RWMutex
	rooms   map[string]*Room
	invites chan invite
	n       int
}

func NewDirectory(ctx context.Context) *Directory {
	return &Directory{ctx: ctx, rooms: map[string]*Room{}, invites: make(chan invite, 16)}
}

func (d *Directory) create() *Room {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.n++
	r := &Room{
		base:  base{id: fmt.Sprintf("r%d", d.n), quit: d.ctx.Done()},
		moves: make(chan move), chat: make(chan string, 8),
	}
	d.rooms[r.id] = r
	go r.loop()
	return r
}

func (d *Directory) leave(r *Room) {
	d.mu.Lock()
	delete(d.rooms, r.id)
	d.mu.Unlock()
}

func (d *Directory) Open(w http.ResponseWriter, req *http.Request) {
	fmt.Fprintln(w, d.create().id)
}

func (d *Directory) Play(w http.ResponseWriter, req *http.Request) {
	r := d.create()
	defer d.leave(r)
	for i := 0; i < 9; i++ {
		r.moves <- move{i % 2, i}
	}
}

func (d *Directory) Matchmake() {
	for in := range d.invites {
		_ = in
	}
}
