package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type row struct{ trees int }

type job struct {
	wg   sync.WaitGroup
	rows []row
}

func (j job) spray(i int) {
	defer j.wg.Done()
	time.Sleep(time.Duration(j.rows[i].trees) * time.Millisecond)
}

func handle(w http.ResponseWriter, r *http.Request) {
	j := job{rows: []row{{30}, {40}, {25}}}
	for i := range j.rows {
		j.wg.Add(1)
		go j.spray(i)
	}
	j.wg.Wait()
}

func main() {
	http.HandleFunc("/spray", handle)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
