package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/lumen-cms/render/internal/ops"
	"github.com/lumen-cms/render/site"
)

type page struct{ Title string }

func (p page) Render(filter string) string { return site.Default().Get(filter).Apply(p.Title) }

func main() {
	if len(os.Args) > 1 {
		fmt.Println(page{os.Args[1]}.Render("title"))
		return
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/p/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, page{r.URL.Path}.Render("title"))
	})
	ops.Start(mux)
	ops.Wait()
}
