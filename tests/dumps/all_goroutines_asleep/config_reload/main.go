// Command reload prints the configuration whenever it changes.
package main

import "fmt"

type loader struct {
	current string
	changed chan string
}

func (l *loader) set(next string) {
	if next == l.current {
		return
	}
	l.current = next
	l.changed <- next
}

func (l *loader) wait() string {
	return <-l.changed
}

func main() {
	l := &loader{current: "default", changed: make(chan string)}
	go l.set("default") // BUG: not a change, so nothing is sent
	fmt.Println(l.wait())
}
