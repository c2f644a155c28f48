package main

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"tiles/internal/ops"
	"tiles/pyramid"
)

func main() {
	b := pyramid.New(6, 10)
	mux := http.NewServeMux()
	mux.HandleFunc("/build/", func(w http.ResponseWriter, r *http.Request) {
		levels, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/build/"))
		fmt.Fprintln(w, b.Build(2+levels%3))
	})
	ops.Start(mux)
	ops.Wait()
}
