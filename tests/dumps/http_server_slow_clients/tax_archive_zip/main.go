// Command archive serves the tax office's auditors the documents of a company as one file.
package main

import (
	"log"
	"net/http"
	"os"

	"steuer.example/archive/archive"
	"steuer.example/archive/internal/ops"
)

func main() {
	cabinet := archive.NewCabinet(400)
	public := http.NewServeMux()
	public.HandleFunc("/export/", archive.Export(cabinet))
	public.HandleFunc("/years", archive.Years(cabinet))
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN_PUBLIC"), public)) }()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
