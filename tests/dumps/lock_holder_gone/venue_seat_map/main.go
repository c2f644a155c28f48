package main

import (
	"time"

	"tessaline.io/venue/internal/ops"
	"tessaline.io/venue/pricing"
	"tessaline.io/venue/seating"
	"tessaline.io/venue/web"
)

func main() {
	hall := seating.NewHall("Grosser Saal",
		pricing.Surcharge{Rows: map[string]int{"A": 900, "B": 500}},
		&pricing.Tiered{Threshold: 6500})
	go web.Sweep(hall, 500*time.Millisecond)
	ops.Start(web.Mux(hall))
	ops.Wait()
}
