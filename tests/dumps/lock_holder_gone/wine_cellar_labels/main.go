package main

import (
	"net/http"

	"weinkeller.de/cellar/internal/ops"
	"weinkeller.de/cellar/shelf"
	"weinkeller.de/cellar/shop"
)

func main() {
	s := shelf.New(&shelf.Bottle{Label: "riesling", Year: 2021, Count: 12}, &shelf.Bottle{Label: "dornfelder", Year: 2019, Count: 3})
	mux := http.NewServeMux()
	shop.Open(s).Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
