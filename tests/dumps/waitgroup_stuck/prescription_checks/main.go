package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"

	"apotheke/rx/checks"
)

func main() {
	engine := checks.NewEngine(
		checks.Rule{Name: "dosage", Run: checks.Dosage},
		checks.Rule{Name: "interaction", Run: checks.Interaction},
		checks.Rule{Name: "allergy", Run: checks.Allergy},
	)
	http.HandleFunc("/rx", func(w http.ResponseWriter, r *http.Request) {
		verdict := engine.Evaluate(r.Context(), strings.Split(r.FormValue("drugs"), ","))
		for _, v := range verdict {
			w.Write([]byte(v + "\n"))
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
