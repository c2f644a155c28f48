package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"callroute/agent"
	"callroute/internal/ops"
	"callroute/router"
)

// payroll keeps the hours in a slow store.
type payroll struct{ took time.Duration }

func (p payroll) Close(id string) error {
	time.Sleep(p.took)
	return nil
}

func main() {
	dir := agent.NewDirectory(payroll{3 * time.Millisecond})
	rt := router.New(dir)
	dir.OnLeave(rt.Forget)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go rt.Run(ctx)
	for i := 0; i < 500; i++ {
		dir.LogIn(fmt.Sprint("a", i), "de")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/call", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, rt.Assign("de")) })
	mux.HandleFunc("/logoff", func(w http.ResponseWriter, r *http.Request) {
		if err := dir.LogOff(r.FormValue("id")); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) { dir.LogIn(r.FormValue("id"), "it") })
	ops.Start(mux)
	ops.Wait()
}
