// Command archive compresses old orders, as many at once as there are processors.
package main

import (
	"compress/flate"
	"io"
	"net/http"
	"runtime"

	"github.com/northshop/cpu-workers-busy/internal/ops"
)

type archiver struct{ days chan []byte }

func (a *archiver) work() {
	for day := range a.days {
		w, err := flate.NewWriter(io.Discard, flate.BestCompression)
		if err != nil {
			return
		}
		w.Write(day)
		w.Close()
	}
}

func (a *archiver) feed() {
	for i := 0; ; i++ {
		day := make([]byte, 256<<10)
		for j := range day {
			day[j] = byte(i * j >> 3)
		}
		a.days <- day
	}
}

func main() {
	a := &archiver{days: make(chan []byte, 4)}
	for i := 0; i < runtime.GOMAXPROCS(0); i++ {
		go a.work()
	}
	go a.feed()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
