package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type lease struct {
	sync.Mutex
	renewing sync.WaitGroup
	timer    *time.Timer
	renewed  int
	revoked  bool
}

func grant(every time.Duration) *lease {
	l := &lease{}
	l.renewing.Add(1)
	l.timer = time.AfterFunc(every, func() {
		defer l.renewing.Done()
		time.Sleep(200 * time.Millisecond) // asks the server
		l.Lock()
		l.renewed++
		l.Unlock()
	})
	return l
}

func (l *lease) revoke() {
	l.Lock()
	defer l.Unlock()
	l.revoked = true
	if !l.timer.Stop() {
		l.renewing.Wait()
	}
}

func (l *lease) String() string {
	l.Lock()
	defer l.Unlock()
	return fmt.Sprint(l.renewed, l.revoked)
}

func main() {
	l := grant(300 * time.Millisecond)
	http.HandleFunc("/revoke", func(w http.ResponseWriter, r *http.Request) { l.revoke() })
	http.HandleFunc("/lease", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, l) })
	time.Sleep(300 * time.Millisecond)
	go func() {
		time.Sleep(50 * time.Millisecond)
		l.revoke()
	}()
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
