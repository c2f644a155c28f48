// Command consignments prints a label for every package of a consignment.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"freight.example/consignments/cargo"
	"freight.example/consignments/internal/ops"
)

// Roll is the roll of labels of one printer.
type Roll struct {
	mu   sync.Mutex
	left map[string]int
}

func (r *Roll) take(terminal string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.left[terminal]--
	return r.left[terminal] > -100000
}

type Labels struct {
	roll  *Roll
	speed time.Duration
}

// ServeHTTP prints to the end, also for who does not wait for it.
func (l *Labels) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("bill"))
	printed := 0
	for p := range cargo.Sample("BL"+r.URL.Query().Get("bill"), n).Flat() {
		if l.roll.take("T4") {
			time.Sleep(l.speed)
			printed++
		}
		fmt.Fprintln(w, p.Code)
	}
	fmt.Fprintln(w, printed, "labels")
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/labels", &Labels{roll: &Roll{left: map[string]int{}}, speed: 600 * time.Millisecond})
	ops.Start(mux)
	ops.Wait()
}
