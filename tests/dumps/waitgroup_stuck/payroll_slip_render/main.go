package main

import (
	"encoding/json"
	"net/http"
	"strconv"

	"lohnwerk.de/slips/batch"
	"lohnwerk.de/slips/internal/ops"
	"lohnwerk.de/slips/slip"
)

var classes = map[string]*slip.TaxClass{"I": {19}, "III": {9}, "V": {31}}

func department(name string) []slip.Employee {
	var staff []slip.Employee
	for i, c := range []string{"I", "I", "III", "V", "I", "III"} {
		staff = append(staff, slip.Employee{ID: name + strconv.Itoa(i), Gross: 310000, Class: classes[c]})
	}
	if name == "interns" {
		staff[4].Class = classes["VII"]
	}
	return staff
}

func monthly(w http.ResponseWriter, r *http.Request) {
	run := batch.Start(department(r.URL.Query().Get("dep")))
	var total int64
	for s := range run.Slips() {
		total += s.Net
	}
	json.NewEncoder(w).Encode(map[string]int64{"net": total})
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/monthly", monthly)
	ops.Start(mux)
	ops.Wait()
}
