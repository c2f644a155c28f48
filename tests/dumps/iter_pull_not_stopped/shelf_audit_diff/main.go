// Command audit compares the hand scanners' lists with the catalogue.
package main

import (
	"fmt"
	"net/http"
	"strconv"

	"library.example/audit/internal/ops"
	"library.example/audit/shelf"
)

type Auditor struct {
	rooms map[string]*shelf.Place
}

func (a *Auditor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	room, ok := a.rooms[r.URL.Query().Get("room")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	lost, _ := strconv.Atoi(r.URL.Query().Get("lost"))
	if text, differs := shelf.Difference(room.All(), shelf.Room(room.Name, 5, lost).All()); differs {
		w.WriteHeader(http.StatusConflict)
		fmt.Fprintln(w, text)
		return
	}
	fmt.Fprintln(w, "complete")
}

func main() {
	a := &Auditor{rooms: map[string]*shelf.Place{}}
	for _, name := range []string{"maps", "prints", "music"} {
		a.rooms[name] = shelf.Room(name, 5, 0)
	}
	mux := http.NewServeMux()
	mux.Handle("/audit", a)
	ops.Start(mux)
	ops.Wait()
}
