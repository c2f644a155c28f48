package main

import (
	"errors"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"
	"time"
)

type slots chan struct{}

func (s slots) take() { s <- struct{}{} }
func (s slots) give() { <-s }

type converter struct{ slots slots }

func (c *converter) convert(doc string) (string, error) {
	c.slots.take()
	if !strings.Contains(doc, ".") {
		return "", errors.New("no extension")
	}
	time.Sleep(5 * time.Millisecond)
	c.slots.give()
	return doc + ".pdf", nil
}

func main() {
	c := &converter{make(slots, 4)}
	http.HandleFunc("/convert", func(w http.ResponseWriter, r *http.Request) {
		out, err := c.convert(r.FormValue("doc"))
		if err != nil {
			http.Error(w, err.Error(), 400)
			return
		}
		w.Write([]byte(out))
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
