package main

import (
	"encoding/json"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
)

type hit struct{ Name string }

func lookup(name string) hit { return hit{name} }

func batch(names []string) []hit {
	found := make(chan hit)
	var wg sync.WaitGroup
	wg.Add(len(names))
	for _, n := range names {
		go func(n string) {
			defer wg.Done()
			found <- lookup(n)
		}(n)
	}
	wg.Wait()
	close(found)
	var all []hit
	for h := range found {
		all = append(all, h)
	}
	return all
}

func main() {
	http.HandleFunc("/batch", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(batch([]string{"Brno", "Oslo", "Porto"}))
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
