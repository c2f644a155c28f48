// Command inspection checks the cables of ski lifts.
package main

import (
	"fmt"
	"net/http"

	"lifts.hartsop.example/inspection/cable"
	"lifts.hartsop.example/inspection/internal/ops"
)

func main() {
	lift := &cable.Lift{}
	for i := 0; i < 4; i++ {
		lift.Cables = append(lift.Cables, &cable.Cable{No: i, Tension: 8})
	}
	lift.Cables[1].Tension = 2
	mux := http.NewServeMux()
	mux.HandleFunc("/check", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, lift.Check()) })
	ops.Start(mux)
	ops.Wait()
}
