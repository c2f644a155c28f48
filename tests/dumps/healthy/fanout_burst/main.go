// Command fanout asks forty shops at once for each request and collects all answers.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/fanout/internal/ops"
)

func ask(shop int, answers chan<- int) {
	time.Sleep(time.Duration(100+shop*5) * time.Millisecond) // the shop
	answers <- shop
}

func availability(w http.ResponseWriter, r *http.Request) {
	answers := make(chan int, 40)
	for shop := 0; shop < 40; shop++ {
		go ask(shop, answers)
	}
	total := 0
	for i := 0; i < 40; i++ {
		total += <-answers
	}
	fmt.Fprintln(w, total)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/availability", availability)
	ops.Start(mux)
	ops.Wait()
}
