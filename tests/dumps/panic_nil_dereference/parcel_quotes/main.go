package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"parcels.example/quotes/quote"
)

func main() {
	log.SetFlags(0)
	s := quote.Service{Carriers: []quote.Carrier{&quote.Post{}, &quote.Courier{}, quote.NewBike(nil)}}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	go housekeeping(ctx)
	best, err := s.Cheapest(ctx, quote.Parcel{Grams: 1200, Zip: "8001"})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(best)
}

func housekeeping(ctx context.Context) {
	<-ctx.Done()
}
