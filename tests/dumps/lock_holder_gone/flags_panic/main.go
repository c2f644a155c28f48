package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"
	"sync"
	"time"
)

type rule struct{ key, op, value string }

type flagSet struct {
	mtx   sync.Mutex
	rules map[string][]rule
	hits  map[string]int
}

func parse(text string) []rule {
	var out []rule
	for _, one := range strings.Split(text, ";") {
		f := strings.Fields(one)
		out = append(out, rule{f[0], f[1], f[2]})
	}
	return out
}

func (f *flagSet) update(name, text string) {
	f.mtx.Lock()
	f.rules[name] = parse(text)
	f.hits[name] = 0
	f.mtx.Unlock()
}

func (f *flagSet) enabled(name string, attrs map[string]string) bool {
	f.mtx.Lock()
	f.hits[name]++
	list := f.rules[name]
	f.mtx.Unlock()
	for _, r := range list {
		if attrs[r.key] != r.value {
			return false
		}
	}
	return true
}

func (f *flagSet) flush(every time.Duration) {
	for {
		time.Sleep(every)
		f.mtx.Lock()
		for name := range f.hits {
			f.hits[name] = 0
		}
		f.mtx.Unlock()
	}
}

func main() {
	flags := &flagSet{rules: map[string][]rule{}, hits: map[string]int{}}
	flags.update("checkout", "country eq cz")
	http.HandleFunc("/admin/flag", func(w http.ResponseWriter, r *http.Request) {
		flags.update(r.FormValue("name"), r.FormValue("rules"))
	})
	http.HandleFunc("/eval", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, flags.enabled("checkout", map[string]string{"country": r.FormValue("country")}))
	})
	go flags.flush(500 * time.Millisecond)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
