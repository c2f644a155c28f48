package ast

import "fmt"

// Node is a part of a formula.
type Node interface {
	Rewrite(v Visitor) Node
	fmt.Stringer
}

type Visitor interface{ Visit(Node) Node }

type VisitorFunc func(Node) Node

func (f VisitorFunc) Visit(n Node) Node { return f(n) }

type Lit float64

func (l Lit) Rewrite(Visitor) Node { return l }
func (l Lit) String() string       { return fmt.Sprintf("%g", float64(l)) }

type Bin struct {
	Op   byte
	L, R Node
}

func (b *Bin) Rewrite(v Visitor) Node {
	return v.Visit(&Bin{b.Op, b.L.Rewrite(v), b.R.Rewrite(v)})
}

func (b *Bin) String() string { return fmt.Sprintf("(%v %c %v)", b.L, b.Op, b.R) }
