package odds

import (
	"bufio"
	"net"

	"racing.example/odds/spin"
)

type Board struct {
	lk    spin.Lock
	bets  map[string]float64
	feed  string
	price string
}

func NewBoard(feed string) *Board { return &Board{bets: map[string]float64{}, feed: feed} }

func (b *Board) Bet(horse string, stake float64) {
	b.lk.Acquire()
	defer b.lk.Release()
	b.bets[horse] += stake
}

// Refresh reads the starting prices again.
func (b *Board) Refresh() error {
	b.lk.Acquire()
	defer b.lk.Release()
	c, err := net.Dial("tcp", b.feed)
	if err != nil {
		return err
	}
	defer c.Close()
	b.price, err = bufio.NewReader(c).ReadString('\n')
	return err
}
