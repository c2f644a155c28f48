package main

import (
	"weaving.example/mill/internal/mill"
	"weaving.example/mill/internal/ops"
	"weaving.example/mill/internal/web"
)

func main() {
	floor := mill.Open(6)
	ops.Start(web.Mux(floor))
	ops.Wait()
}
