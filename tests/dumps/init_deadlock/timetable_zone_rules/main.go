package main

import (
	"log"
	"net/http"

	"fahrplan.ro/zones/zones"
)

func main() {
	http.HandleFunc("/zones", func(w http.ResponseWriter, r *http.Request) { log.Print(len(zones.Rules)) })
	log.Fatal(http.ListenAndServe("127.0.0.1:0", nil))
}
