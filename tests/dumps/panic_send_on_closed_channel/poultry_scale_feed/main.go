package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

type weight struct {
	scale int
	grams int
}

type feed struct {
	out    chan weight
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func open(scales int) *feed {
	ctx, cancel := context.WithCancel(context.Background())
	f := &feed{out: make(chan weight, 4), cancel: cancel}
	for i := 0; i < scales; i++ {
		go f.poll(ctx, i)
	}
	return f
}

func (f *feed) poll(ctx context.Context, scale int) {
	t := time.NewTicker(7 * time.Millisecond)
	defer t.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			f.out <- weight{scale, measure(scale, n)}
		}
	}
}

func measure(scale, n int) int {
	time.Sleep(4 * time.Millisecond)
	return 40*scale + n
}

func (f *feed) Close() {
	f.cancel()
	close(f.out)
}

type book struct {
	mu   sync.Mutex
	sums map[int]int
}

func (b *book) keep(in <-chan weight, done chan<- struct{}) {
	defer close(done)
	for w := range in {
		b.mu.Lock()
		b.sums[w.scale] += w.grams
		b.mu.Unlock()
	}
}

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(ln, nil)
	b := &book{sums: map[int]int{}}
	for round := 0; round < 40; round++ {
		f, done := open(6), make(chan struct{})
		go b.keep(f.out, done)
		time.Sleep(30 * time.Millisecond)
		f.Close()
		<-done
	}
}
