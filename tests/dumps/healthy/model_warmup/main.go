package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type lazy[T any] struct {
	once sync.Once
	make func() (T, error)
	val  T
	err  error
}

func (l *lazy[T]) Get() (T, error) {
	l.once.Do(func() { l.val, l.err = l.make() })
	return l.val, l.err
}

type model struct{ weights int }

func download(url string) func() (*model, error) {
	client := &http.Client{Timeout: 30 * time.Second}
	return func() (*model, error) {
		resp, err := client.Get(url)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		n, err := io.Copy(io.Discard, resp.Body)
		return &model{int(n)}, err
	}
}

func main() {
	m := &lazy[*model]{make: download(os.Getenv("UPSTREAM") + "/slow?ms=8000")}
	http.HandleFunc("/classify", func(w http.ResponseWriter, r *http.Request) {
		got, err := m.Get()
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		fmt.Fprintln(w, got.weights)
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
