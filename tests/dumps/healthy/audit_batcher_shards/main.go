package main

import (
	"hash/crc32"
	"net/http"
	"time"

	"audit-svc/internal/batch"
	"audit-svc/internal/ops"
)

type entry struct {
	Actor, Verb string
	At          time.Time
}

type shards []*batch.Batcher[entry]

func open(n int) shards {
	s := make(shards, n)
	for i := range s {
		s[i] = batch.New[entry](100, 200*time.Millisecond, batch.FlushFunc[entry](func(es []entry) error {
			time.Sleep(time.Millisecond)
			return nil
		}))
	}
	return s
}

func (s shards) record(e entry) {
	s[crc32.ChecksumIEEE([]byte(e.Actor))%uint32(len(s))].Add(e)
}

func (s shards) close() {
	for _, b := range s {
		b.Close()
	}
}

func audited(s shards, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		next(w, r)
		s.record(entry{r.FormValue("user"), r.Method + " " + r.URL.Path, time.Now()})
	}
}

func main() {
	s := open(ops.Count(16))
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", audited(s, func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }))
	ops.Start(mux)
	ops.Wait()
	s.close()
}
