package main

import (
	"fmt"
	"log"
	"sync"
	"time"

	"quantmill/expr/ast"
)

type rules []ast.VisitorFunc

func (rs rules) Visit(n ast.Node) ast.Node {
	for _, r := range rs {
		n = r(n)
	}
	return n
}

// simplify swaps operands until the literal is on the left.
func simplify(n ast.Node) ast.Node {
	b, ok := n.(*ast.Bin)
	if !ok || b.Op != '+' {
		return n
	}
	if _, lit := b.R.(ast.Lit); lit {
		return (&ast.Bin{Op: '+', L: b.R, R: b.L}).Rewrite(rules{simplify})
	}
	return n
}

func worker(id int, in <-chan ast.Node, wg *sync.WaitGroup) {
	defer wg.Done()
	for n := range in {
		log.Printf("worker %d: %v", id, n.Rewrite(rules{simplify}))
	}
}

func main() {
	in := make(chan ast.Node)
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go worker(i, in, &wg)
	}
	in <- &ast.Bin{Op: '*', L: ast.Lit(2), R: ast.Lit(4)}
	time.Sleep(50 * time.Millisecond)
	in <- &ast.Bin{Op: '+', L: ast.Lit(2), R: ast.Lit(4)}
	close(in)
	wg.Wait()
	fmt.Println("done")
}
