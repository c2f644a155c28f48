// Command rotas runs the jobs of teams.
package main

import (
	"log"
	"net/http"

	"rotas.ashdown.example/teams/internal/ops"
	"rotas.ashdown.example/teams/internal/rota"
)

func main() {
	svc, err := rota.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
