// Command thumbs makes the thumbnails of an album.
package main

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/northshop/thumbs/internal/album"
	"github.com/northshop/thumbs/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/album", func(w http.ResponseWriter, r *http.Request) {
		pictures := strings.Split("a.jpg,b.jpg,c.tiff,d.jpg", ",")
		fmt.Fprintln(w, album.New(r.URL.Query().Get("name")).Render(pictures))
	})
	ops.Start(mux)
	ops.Wait()
}
