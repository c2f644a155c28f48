package main

import (
	"html/template"
	"net/http"

	"museum/exhibit"
	"museum/internal/ops"
)

var page = template.Must(template.New("room").Parse(`{{range .Works}}<p>{{.}} {{$.Loan .}}</p>{{end}}`))

type handlers struct{ room *exhibit.Room }

func (h handlers) show(w http.ResponseWriter, r *http.Request) {
	h.room.View(func(v *exhibit.Room) { page.Execute(w, v) })
}

func (h handlers) hang(w http.ResponseWriter, r *http.Request) { h.room.Hang(r.FormValue("work")) }

func main() {
	h := handlers{exhibit.NewRoom("Vermeer", "Hals", "Leyster")}
	mux := http.NewServeMux()
	mux.HandleFunc("/room", h.show)
	mux.HandleFunc("/hang", h.hang)
	ops.Start(mux)
	ops.Wait()
}
