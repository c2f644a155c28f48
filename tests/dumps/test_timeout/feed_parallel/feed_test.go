package feed

import "testing"

func TestPublish(t *testing.T) {
	t.Parallel()
	var f Feed
	c := f.Subscribe()
	f.Publish("a")
	if got := <-c; got != "a" {
		t.Fatal(got)
	}
}

func TestClose(t *testing.T) {
	t.Parallel()
	var f Feed
	c := f.Subscribe()
	f.Publish("a")
	f.Close()
	n := 0
	for range c {
		n++
	}
	if n != 1 {
		t.Fatal(n)
	}
}

func TestGroup(t *testing.T) {
	for _, name := range []string{"one", "two", "three"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var f Feed
			c := f.Subscribe()
			f.Publish(name)
			<-c
			if name == "two" {
				<-c // waits for a message that nobody sends
			}
		})
	}
}
