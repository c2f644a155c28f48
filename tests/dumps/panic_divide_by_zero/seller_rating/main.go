// Command rating shows the average stars of a seller.
package main

import (
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/northshop/seller-rating/internal/ops"
)

type stars []int

func (s stars) average() int {
	sum := 0
	for _, n := range s {
		sum += n
	}
	return sum * 10 / len(s) // BUG: nobody has rated yet
}

var sellers = map[string]stars{"ada": {5, 4, 5}, "eve": nil}

func refresh() {
	for name, s := range sellers {
		time.Sleep(time.Millisecond)
		fmt.Println(name, s.average())
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/rating", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, sellers[r.URL.Query().Get("seller")].average())
	})
	ops.Start(mux)
	if os.Getenv("NIGHTLY") != "" {
		time.Sleep(500 * time.Millisecond)
		go refresh()
	}
	ops.Wait()
}
