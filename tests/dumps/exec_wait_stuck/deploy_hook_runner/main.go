package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"
)

var hooks = map[string]Hook{
	"migrate": {"migrate", "echo migrated", 20 * time.Second},
	"agent":   {"agent", "sleep 250 & echo agent started", 20 * time.Second},
}

func fire(w http.ResponseWriter, r *http.Request) {
	h, ok := hooks[r.URL.Query().Get("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	// a deployment goes on when the browser is closed
	go func() {
		res, err := h.Fire(context.Background())
		if err != nil {
			log.Print(err)
			return
		}
		b, _ := json.Marshal(res)
		log.Printf("%s", b)
	}()
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	http.HandleFunc("/hooks", fire)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), http.DefaultServeMux))
}
