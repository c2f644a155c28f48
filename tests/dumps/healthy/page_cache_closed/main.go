// Command pages renders sites.
package main

import (
	"log"
	"net/http"

	"pages.quillfeather.example/sites/internal/ops"
	"pages.quillfeather.example/sites/internal/pagecache"
)

func main() {
	svc, err := pagecache.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
