package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"hr/calendar/calendar"
)

func main() {
	c := calendar.New("http://127.0.0.1:1/holidays")
	http.HandleFunc("/free", func(w http.ResponseWriter, r *http.Request) {
		if c.Free(r.Context(), r.FormValue("country"), r.FormValue("day")) {
			w.Write([]byte("yes"))
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
