// Package feed passes messages on.
package feed

// Feed has subscribers.
type Feed struct{ subscribers []chan string }

// Subscribe returns the messages from now on.
func (f *Feed) Subscribe() <-chan string {
	c := make(chan string, 1)
	f.subscribers = append(f.subscribers, c)
	return c
}

// Publish sends to all; a slow subscriber loses messages.
func (f *Feed) Publish(m string) {
	for _, c := range f.subscribers {
		select {
		case c <- m:
		default:
		}
	}
}

// Close ends the feed.
func (f *Feed) Close() { f.subscribers = nil } // BUG: the channels stay open
