// Command nursery knows how many trays of each sort are on hand, and books what is delivered.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"saplings.example/nursery/internal/ops"
	"saplings.example/nursery/stock"
)

// book adds a delivery of all sorts now and then.
func book(s *stock.Store, sorts int) {
	for {
		time.Sleep(100 * time.Millisecond)
		batch := map[string]uint64{}
		for i := 0; i < sorts; i++ {
			batch[fmt.Sprintf("sort-%d", i)] = 12
		}
		if err := s.Deliver(batch); err != nil {
			log.Print(err)
		}
	}
}

func main() {
	dir, err := os.MkdirTemp("", "nursery")
	if err != nil {
		log.Fatal(err)
	}
	s, err := stock.Open(filepath.Join(dir, "stock.db"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/take", func(w http.ResponseWriter, r *http.Request) {
		left, err := s.Take(r.URL.Query().Get("sort"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, left)
	})
	ops.Start(mux)
	go book(s, 20)
	ops.Wait()
}
