package main

import (
	"net/http"

	"pier.example/cams/internal/ops"
	"pier.example/cams/viewers"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/cam", viewers.NewHub())
	ops.Start(mux)
	ops.Wait()
}
