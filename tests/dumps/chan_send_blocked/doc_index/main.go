// A tool that indexes generated API pages and serves the result. The search is recursive and hands
// each entry over a channel; main calls it directly and would range over the channel afterwards.
package main

import (
	"net/http"
	"net/http/pprof"
	"os"
	"strings"
)

type node struct {
	tag      string
	text     string
	children []*node
}

type entry struct{ name, summary string }

// lookForCells sends the entry of each table row below n.
func lookForCells(n *node, found chan<- entry) {
	if n.tag == "tr" {
		parts := strings.SplitN(n.text, "|", 2)
		found <- entry{parts[0], parts[1]}
	}
	for _, child := range n.children {
		lookForCells(child, found)
	}
}

func splitSearch(n *node, found chan<- entry) {
	for _, child := range n.children {
		if child.tag == "table" {
			lookForCells(child, found)
			continue
		}
		splitSearch(child, found)
	}
}

func page() *node {
	table := &node{tag: "table", children: []*node{{tag: "tr", text: "Reader|reads"}, {tag: "tr", text: "Writer|writes"}}}
	return &node{tag: "html", children: []*node{{tag: "body", children: []*node{table}}}}
}

func debugServer(addr string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	http.ListenAndServe(addr, mux)
}

func main() {
	go debugServer(os.Getenv("LISTEN"))
	found := make(chan entry)
	splitSearch(page(), found)
	close(found)
	for e := range found {
		println(e.name, e.summary)
	}
}
