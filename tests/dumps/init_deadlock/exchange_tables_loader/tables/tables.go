// Package tables has the calendars and rates that all instruments need.
package tables

import (
	"strconv"
	"sync"

	"bourse.lu/clearing/status"
)

type table struct {
	name string
	rows []int
}

type set struct {
	mu     sync.RWMutex
	tables map[string]*table
}

// all is made before main so that nobody sees it half full.
var all = load("calendar", "fx", "margin", "haircut")

func load(names ...string) *set {
	s := &set{tables: map[string]*table{}}
	s.mu.Lock()
	defer s.mu.Unlock()
	done := make(chan string)
	for _, n := range names {
		go s.read(n, done)
	}
	for range names {
		<-done
	}
	status.Loaded()
	return s
}

func (s *set) read(name string, done chan<- string) {
	t := &table{name: name}
	for i := 0; i < 1000; i++ {
		t.rows = append(t.rows, len(name)*i+len(strconv.Itoa(i)))
	}
	s.mu.Lock()
	s.tables[name] = t
	s.mu.Unlock()
	done <- name
}

// Row gives one row of a table.
func Row(name string, i int) int {
	all.mu.RLock()
	defer all.mu.RUnlock()
	return all.tables[name].rows[i]
}
