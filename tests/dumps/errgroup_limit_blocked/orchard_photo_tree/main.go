package main

import (
	"context"
	"fmt"
	"net/http"

	"obstbau.de/photos/internal/ops"
	"obstbau.de/photos/walk"
)

func orchard(rows int) *walk.Plot {
	root := &walk.Plot{Name: "orchard", Photos: 3}
	for i := 0; i < rows; i++ {
		row := &walk.Plot{Name: fmt.Sprint("row", i), Photos: i}
		for j := 0; j < 4; j++ {
			row.Parts = append(row.Parts, &walk.Plot{Name: fmt.Sprint("tree", i, j), Photos: 1})
		}
		root.Parts = append(root.Parts, row)
	}
	return root
}

func index(w http.ResponseWriter, r *http.Request) {
	photos, err := walk.Run(context.Background(), orchard(6), 3)
	fmt.Fprintln(w, len(photos), err)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/index", index)
	ops.Start(mux)
	ops.Wait()
}
