package main

import (
	"log"
	"os"
	"os/signal"

	"kassenwerk/pos/catalogue"
)

// Signals keep the runtime from seeing that all sleep.
var stop = make(chan os.Signal, 1)

func main() {
	signal.Notify(stop, os.Interrupt)
	log.Printf("%d drivers", catalogue.Loaded())
	<-stop
}
