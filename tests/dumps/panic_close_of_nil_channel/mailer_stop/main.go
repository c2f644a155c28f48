// Command mailer sends newsletters; without subscribers it does not even start.
package main

import "fmt"

type mailer struct{ queue chan string }

func (m *mailer) Start() {
	m.queue = make(chan string)
	go func() {
		for to := range m.queue {
			fmt.Println("mail to", to)
		}
	}()
}

// Close lets the sender end.
func (m *mailer) Close() {
	close(m.queue) // BUG: nil unless Start was called
}

func run(subscribers []string) {
	m := &mailer{}
	defer m.Close()
	if len(subscribers) == 0 {
		return
	}
	m.Start()
	for _, to := range subscribers {
		m.queue <- to
	}
}

func main() { run(nil) }
