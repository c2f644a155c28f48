package broker

import (
	"fmt"
	"testing"
)

func collect[T any](in <-chan T) []T {
	var out []T
	for v := range in {
		out = append(out, v)
	}
	return out
}

func TestDelivery(t *testing.T) {
	for _, subs := range []int{1, 3} {
		t.Run(fmt.Sprintf("%d subscribers", subs), func(t *testing.T) {
			t.Parallel()
			var b Broker[int]
			done := make(chan []int, subs)
			for i := 0; i < subs; i++ {
				ch := b.Subscribe()
				go func() { done <- collect(ch) }()
			}
			b.Publish(7)
			b.Close()
			for i := 0; i < subs; i++ {
				if got := <-done; len(got) != 1 {
					t.Errorf("got %v", got)
				}
			}
		})
	}
}

func TestPublishWithoutSubscribers(t *testing.T) {
	var b Broker[string]
	b.Publish("x")
}
