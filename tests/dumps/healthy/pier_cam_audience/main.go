package main

import (
	"net/http"

	"pier.example/audience/internal/ops"
	"pier.example/audience/viewers"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/cam", viewers.NewHub())
	ops.Start(mux)
	ops.Wait()
}
