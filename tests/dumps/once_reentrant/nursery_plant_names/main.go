package main

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"gaertnerei.li/names/internal/ops"
)

type plant struct {
	latin, common string
	parent        string
}

type names struct {
	once   sync.Once
	plants map[string]plant
	raw    []plant
}

func (n *names) lookup(latin string) (plant, bool) {
	n.once.Do(n.load)
	p, ok := n.plants[strings.ToLower(latin)]
	return p, ok
}

func (n *names) load() {
	n.plants = make(map[string]plant, len(n.raw))
	for _, p := range n.raw {
		if p.common == "" {
			p.common = n.inherited(p)
		}
		n.plants[p.latin] = p
	}
}

func (n *names) inherited(p plant) string {
	if q, ok := n.lookup(p.parent); ok {
		return q.common
	}
	return p.latin
}

func main() {
	n := &names{raw: []plant{{"rosa", "rose", ""}, {"rosa canina", "", "rosa"}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/name", func(w http.ResponseWriter, r *http.Request) {
		p, ok := n.lookup(r.URL.Query().Get("latin"))
		fmt.Fprintln(w, p.common, ok)
	})
	ops.Start(mux)
	ops.Wait()
}
