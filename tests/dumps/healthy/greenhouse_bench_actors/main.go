package main

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"gardens.example/climate/actor"
	"gardens.example/climate/internal/ops"
)

type reading struct {
	celsius float64
	reply   chan float64
}

type bench struct {
	no   int
	mean float64
	seen int
}

// Receive smooths the readings and decides how far the vents open.
func (b *bench) Receive(m reading) {
	b.seen++
	b.mean += (m.celsius - b.mean) / float64(b.seen)
	x := b.mean
	for i := 0; i < 3_000_000; i++ {
		x = x*0.999 + 0.021
	}
	m.reply <- x
}

func main() {
	foreman := actor.NewForeman[reading]()
	refs := make([]*actor.Ref[reading], ops.Count(240))
	for i := range refs {
		refs[i] = foreman.Hire(fmt.Sprint("bench-", i), &bench{no: i})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/benches/", func(w http.ResponseWriter, r *http.Request) {
		no, _ := strconv.Atoi(strings.Split(r.URL.Path, "/")[2])
		c, _ := strconv.ParseFloat(r.FormValue("c"), 64)
		m := reading{c, make(chan float64, 1)}
		refs[no%len(refs)].Tell(m)
		fmt.Fprintf(w, "%.2f\n", <-m.reply)
	})
	ops.Start(mux)
	ops.Wait()
	foreman.Dismiss()
}
