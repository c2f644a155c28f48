package index

import (
	"bufio"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Shard fetches a part of the words.
type Shard interface {
	Load(letter rune) ([]string, error)
}

// Remote is a shard server; it asks for some time between two requests.
type Remote struct {
	Base   string
	Client *http.Client
	Gap    time.Duration
}

func (r *Remote) Load(letter rune) ([]string, error) {
	time.Sleep(r.Gap)
	res, err := r.Client.Get(fmt.Sprintf("%s/?l=%c", r.Base, letter))
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	var words []string
	for sc := bufio.NewScanner(res.Body); sc.Scan(); {
		words = append(words, strings.Fields(sc.Text())...)
	}
	return words, nil
}

// Index is loaded by who needs it first.
type Index struct {
	shard Shard
	load  func() (map[string]int, error)
}

func New(s Shard) *Index {
	i := &Index{shard: s}
	i.load = sync.OnceValues(i.all)
	return i
}

func (i *Index) all() (map[string]int, error) {
	m := map[string]int{}
	var errs []error
	for l := 'a'; l <= 'z'; l++ {
		words, err := i.shard.Load(l)
		errs = append(errs, err)
		for _, w := range words {
			m[w]++
		}
	}
	return m, errors.Join(errs...)
}

func (i *Index) Has(word string) (bool, error) {
	m, err := i.load()
	if err != nil {
		return false, err
	}
	return m[word] > 0, nil
}
