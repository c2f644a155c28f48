package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"vanline.example/routes/crew"
	"vanline.example/routes/internal/ops"
)

type move struct{ rooms int }

type plan struct {
	Vans  int      `json:"vans"`
	Stops []string `json:"stops"`
}

// pack takes its time for big houses.
func pack(m move) (plan, error) {
	if m.rooms > 9 {
		time.Sleep(4 * time.Second)
	}
	time.Sleep(5 * time.Millisecond)
	return plan{Vans: 1 + m.rooms/4, Stops: []string{"depot", "house", "store"}}, nil
}

func main() {
	pool := crew.New(ops.Count(24), pack)
	mux := http.NewServeMux()
	mux.HandleFunc("/plan", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 1200*time.Millisecond)
		defer cancel()
		rooms, _ := strconv.Atoi(r.URL.Query().Get("rooms"))
		p, err := pool.Do(ctx, move{rooms})
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		json.NewEncoder(w).Encode(p)
	})
	ops.Start(http.NewServeMux())
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN_PUBLIC"), mux))
}
