// Command raster serves heights.
package main

import (
	"fmt"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"geo.example/raster/gdal"
	"geo.example/raster/internal/ops"
)

type Heights struct {
	driver atomic.Value
	served int64
}

func (h *Heights) at(w http.ResponseWriter, r *http.Request) {
	ds := h.driver.Load().(*gdal.Driver).Open()
	atomic.AddInt64(&h.served, 1)
	fmt.Fprintln(w, ds.Mean())
}

func (h *Heights) reload(w http.ResponseWriter, r *http.Request) {
	old := h.driver.Load().(*gdal.Driver)
	h.driver.Store(gdal.NewDriver())
	old.Close()
}

// trim gives memory back in the quiet hours, and here every second.
func trim(every time.Duration) {
	for range time.Tick(every) {
		runtime.GC()
	}
}

func main() {
	h := &Heights{}
	h.driver.Store(gdal.NewDriver())
	go trim(300 * time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/at", h.at)
	mux.HandleFunc("/reload", h.reload)
	ops.Start(mux)
	ops.Wait()
}
