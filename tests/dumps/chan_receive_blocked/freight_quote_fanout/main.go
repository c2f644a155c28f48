package main

import (
	"tessaline.io/freight/api"
	"tessaline.io/freight/carriers"
	"tessaline.io/freight/gather"
	"tessaline.io/freight/internal/ops"
)

func main() {
	s := &api.Server{
		Quota: carriers.NewQuota(30),
		Sources: []gather.Source[carriers.Shipment, carriers.Quote]{
			carriers.Flat{Name: "nordfracht", PerKilo: 31},
			carriers.Flat{Name: "adria", PerKilo: 28},
			carriers.Flat{Name: "tirreno-express", PerKilo: 44},
		},
	}
	ops.Start(s.Routes())
	ops.Wait()
}
