package main

import (
	"fmt"
	"net/http"

	"warehouse.example/picks/internal/ops"
	"warehouse.example/picks/pkg/boundq"
)

type Order struct{ ID string }

type Floor struct {
	*boundq.Queue[Order]
	picked chan string
}

func (f *Floor) picker(aisle int) {
	for {
		o := f.Take()
		sum := 0
		for i := 0; i < 2_000_000; i++ {
			sum += i ^ aisle
		}
		f.picked <- fmt.Sprint(o.ID, sum)
	}
}

func (f *Floor) tally() {
	n := 0
	for range f.picked {
		n++
	}
}

func main() {
	f := &Floor{Queue: boundq.New[Order](8), picked: make(chan string)}
	go f.tally()
	for aisle := 1; aisle <= 5; aisle++ {
		go f.picker(aisle)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		for line := 0; line < 6; line++ {
			f.Put(Order{fmt.Sprint(r.FormValue("id"), "/", line)})
		}
		fmt.Fprintln(w, "queued", f.Len())
	})
	ops.Start(mux)
	ops.Wait()
}
