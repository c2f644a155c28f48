package main

import (
	"fmt"
	"net/http"

	"gasthof.it/desk/desk"
	"gasthof.it/desk/internal/ops"
	"gasthof.it/desk/rooms"
)

func main() {
	d := desk.Open(rooms.Open())
	mux := http.NewServeMux()
	mux.HandleFunc("/checkin/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, d.CheckIn(r.URL.Path))
	})
	ops.Start(mux)
	ops.Wait()
}
