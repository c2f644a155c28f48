// Command parcels says where a parcel is; it measures each lookup.
package main

import (
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/northshop/parcels/internal/metrics"
	"github.com/northshop/parcels/internal/ops"
)

type lookupHandler struct{ recorder *metrics.Recorder }

func (h *lookupHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began, depot := time.Now(), r.URL.Query().Get("depot")
	fmt.Fprintf(w, "{\"depot\":%q,\"state\":\"sorted\"}\n", depot)
	if err := h.recorder.Observe(depot, time.Since(began)); err != nil {
		log.Printf("metrics: %v", err)
	}
}

func main() {
	recorder := metrics.NewRecorder("127.0.0.1:8125")
	mux := http.NewServeMux()
	mux.Handle("/lookup", &lookupHandler{recorder})
	ops.Start(mux)
	ops.Wait()
}
