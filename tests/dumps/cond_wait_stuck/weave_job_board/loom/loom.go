// Package loom weaves.
package loom

import (
	"log"
	"time"

	"weberei.at/jobs/board"
)

type Loom struct {
	board *board.Board
	warps map[string][]int
}

func New(b *board.Board) *Loom {
	return &Loom{board: b, warps: map[string][]int{"twill": {2, 1}, "satin": {4, 1}, "plain": {1, 1}}}
}

// Run weaves until the process ends.
func (l *Loom) Run() {
	defer func() {
		if p := recover(); p != nil {
			log.Printf("loom: %v", p)
		}
	}()
	for {
		id, job := l.board.Next()
		l.board.Finish(id, l.weave(job))
	}
}

func (l *Loom) weave(j board.Job) error {
	warp := l.warps[j.Pattern]
	time.Sleep(time.Duration(j.Meters*warp[0]) * time.Millisecond)
	return nil
}
