package main

import (
	"fmt"
	"net/http"
	"strings"

	"bistro.it/menus/internal/ops"
	"bistro.it/menus/translate"
)

func main() {
	t := translate.New(map[string]string{"pane": "bread", "vino": "wine", "uva": "grapes"})
	mux := http.NewServeMux()
	mux.HandleFunc("/menu", func(w http.ResponseWriter, r *http.Request) {
		words, err := t.Menu(strings.Split(r.URL.Query().Get("words"), ","))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, strings.Join(words, ","))
	})
	ops.Start(mux)
	ops.Wait()
}
