package main

import (
	"crypto/sha256"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"
	"sync"
)

type board struct {
	mu   sync.Mutex
	hits map[string][32]byte
}

// bump hashes with the lock held: slow, but it ends.
func (b *board) bump(who string, rounds int) [32]byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	sum := b.hits[who]
	for i := 0; i < rounds; i++ {
		sum = sha256.Sum256(sum[:])
	}
	b.hits[who] = sum
	return sum
}

func main() {
	b := &board{hits: map[string][32]byte{}}
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	for i := 0; i < n; i++ {
		go func(i int) {
			for {
				b.bump("tenant-"+strconv.Itoa(i%17), 2000)
			}
		}(i)
	}
	http.HandleFunc("/hit", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%x", b.bump(r.FormValue("who"), 2000))
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
