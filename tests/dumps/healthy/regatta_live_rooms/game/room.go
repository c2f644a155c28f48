// Package game moves boats.
package game

import (
	"encoding/json"
	"math"
	"time"
)

type Boat struct{ X, Y, Heading float64 }

type Room struct {
	join, leave chan *Player
	orders      chan order
	stop        chan struct{}
	boats       map[*Player]*Boat
}

type order struct {
	from *Player
	turn float64
}

type Lobby struct{ rooms []*Room }

func OpenLobby(n int) *Lobby {
	l := &Lobby{}
	for i := 0; i < n; i++ {
		r := &Room{
			join: make(chan *Player), leave: make(chan *Player),
			orders: make(chan order, 32), stop: make(chan struct{}), boats: map[*Player]*Boat{},
		}
		l.rooms = append(l.rooms, r)
		go r.loop()
	}
	return l
}

func (l *Lobby) Room(no int) *Room { return l.rooms[no%len(l.rooms)] }

func (l *Lobby) Close() {
	for _, r := range l.rooms {
		close(r.stop)
	}
}

func (r *Room) loop() {
	frame := time.NewTicker(50 * time.Millisecond)
	defer frame.Stop()
	for {
		select {
		case p := <-r.join:
			r.boats[p] = &Boat{}
		case p := <-r.leave:
			delete(r.boats, p)
			close(p.out)
		case o := <-r.orders:
			if b := r.boats[o.from]; b != nil {
				b.Heading += o.turn
			}
		case <-frame.C:
			r.step()
		case <-r.stop:
			return
		}
	}
}

func (r *Room) step() {
	state := make([]Boat, 0, len(r.boats))
	for _, b := range r.boats {
		b.X += math.Cos(b.Heading)
		b.Y += math.Sin(b.Heading)
		state = append(state, *b)
	}
	news, _ := json.Marshal(state)
	for p := range r.boats {
		select {
		case p.out <- news:
		default:
		}
	}
}
