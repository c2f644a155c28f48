// Command sluices lets the consoles of the locks open and close their sluices.
package main

import (
	"fmt"
	"log"
	"net/http"

	"water.lockhurst.example/sluices/frames"
	"water.lockhurst.example/sluices/internal/ops"
)

type station struct{ presses chan string }

func (s *station) console(w http.ResponseWriter, r *http.Request) {
	lock := r.FormValue("lock")
	c, err := frames.Accept(w, r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	defer c.Close()
	for {
		text, err := c.Next()
		if err != nil {
			log.Printf("console %s: %v", lock, err)
			return
		}
		s.presses <- fmt.Sprintf("%s %s", lock, text)
	}
}

func (s *station) drive() {
	for p := range s.presses {
		log.Print("sluice ", p)
	}
}

func main() {
	s := &station{presses: make(chan string, 16)}
	go s.drive()
	mux := http.NewServeMux()
	mux.HandleFunc("/console", s.console)
	ops.Start(mux)
	ops.Wait()
}
