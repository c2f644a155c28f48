package main

import (
	"context"
	"log"
	"time"

	"cablecar/cabin"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	go func() {
		for range time.Tick(time.Second) {
			log.Print("wind 12 km/h")
		}
	}()
	err := cabin.Run(ctx, 4)
	time.Sleep(100 * time.Millisecond) // the display at the valley station
	if err != nil {
		log.Fatal(err)
	}
}
