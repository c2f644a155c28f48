// Package octree builds the tree of a laser scan.
package octree

import (
	"time"

	"steinbruch.org/scan/pool"
)

type Node struct {
	Points   int
	Children [8]*Node
}

type Builder struct{ pool *pool.Pool }

func NewBuilder(p *pool.Pool) *Builder { return &Builder{p} }

// Build splits the points until a leaf is small enough.
func (b *Builder) Build(points int) *Node {
	n := &Node{Points: points}
	if points < 64 {
		time.Sleep(30 * time.Millisecond) // the points of the leaf are read from the archive
		return n
	}
	batch := b.pool.Batch()
	for i := range n.Children {
		i := i
		batch.Go(func() { n.Children[i] = b.Build(points / 8) })
	}
	batch.Wait()
	return n
}
