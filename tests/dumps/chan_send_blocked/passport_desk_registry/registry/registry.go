// Package registry delivers changes; one goroutine owns all of its state.
package registry

type op int

const (
	subscribe op = iota
	unsubscribe
	publish
)

type command struct {
	op    op
	desk  string
	text  string
	inbox chan string
}

type Registry struct {
	commands chan command
}

func New() *Registry {
	r := &Registry{commands: make(chan command, 1)}
	go r.run()
	return r
}

func (r *Registry) run() {
	inboxes := map[string][]chan string{}
	for c := range r.commands {
		switch c.op {
		case subscribe:
			inboxes[c.desk] = append(inboxes[c.desk], c.inbox)
		case unsubscribe:
			inboxes[c.desk] = without(inboxes[c.desk], c.inbox)
		case publish:
			for _, inbox := range inboxes[c.desk] {
				deliver(inbox, c.text)
			}
		}
	}
}

//go:noinline
func deliver(inbox chan string, text string) { inbox <- text }

func without(list []chan string, gone chan string) []chan string {
	kept := list[:0]
	for _, c := range list {
		if c != gone {
			kept = append(kept, c)
		}
	}
	return kept
}

func (r *Registry) Subscribe(desk string) chan string {
	inbox := make(chan string, 1)
	r.commands <- command{op: subscribe, desk: desk, inbox: inbox}
	return inbox
}

func (r *Registry) Unsubscribe(desk string, inbox chan string) {
	r.commands <- command{op: unsubscribe, desk: desk, inbox: inbox}
}

func (r *Registry) Publish(desk, text string) {
	r.commands <- command{op: publish, desk: desk, text: text}
}
