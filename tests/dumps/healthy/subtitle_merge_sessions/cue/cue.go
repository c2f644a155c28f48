// Package cue merges tracks of subtitles by time.
package cue

import (
	"iter"
	"time"
)

type Cue struct {
	At   time.Duration
	Text string
}

// Track makes the cues of one language.
func Track(lang string, every time.Duration) iter.Seq[Cue] {
	return func(yield func(Cue) bool) {
		for at := time.Duration(0); at < time.Hour; at += every {
			if !yield(Cue{at, lang}) {
				return
			}
		}
	}
}

// Merge yields the cues of both in order.
func Merge(a, b iter.Seq[Cue]) iter.Seq[Cue] {
	return func(yield func(Cue) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		x, okX := nextA()
		y, okY := nextB()
		for okX || okY {
			if okX && (!okY || x.At <= y.At) {
				if !yield(x) {
					return
				}
				x, okX = nextA()
				continue
			}
			if !yield(y) {
				return
			}
			y, okY = nextB()
		}
	}
}
