// Command labels prints sheets of parcel labels. Two printers serve all requests.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/labels/internal/ops"
)

type label struct {
	parcel  int
	printed *sync.WaitGroup
}

func press(parcel int, printed *sync.WaitGroup) {
	defer printed.Done()
	time.Sleep(time.Duration(900+parcel%7) * time.Millisecond) // the device
}

func printer(labels <-chan label) {
	for l := range labels {
		press(l.parcel, l.printed)
	}
}

func sheet(labels chan<- label) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var printed sync.WaitGroup
		for parcel := 0; parcel < 4; parcel++ {
			printed.Add(1)
			labels <- label{parcel, &printed}
		}
		printed.Wait()
		fmt.Fprintln(w, "printed")
	}
}

func main() {
	labels := make(chan label, 64)
	for i := 0; i < 2; i++ {
		go printer(labels)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/sheet", sheet(labels))
	ops.Start(mux)
	ops.Wait()
}
