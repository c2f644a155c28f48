package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"time"

	"github.com/redis/go-redis/v9"
)

type server struct {
	*http.ServeMux
	rdb *redis.Client
}

// nextPosition waits for the next position of a driver, or says that he stands still.
func (s *server) nextPosition(ctx context.Context, driver string) (string, error) {
	sub := s.rdb.Subscribe(ctx, "pos:"+driver) // BUG: never closed
	if _, err := sub.Receive(ctx); err != nil {
		return "", err
	}
	select {
	case m := <-sub.Channel():
		return m.Payload, nil
	case <-time.After(150 * time.Millisecond):
		return "still", nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (s *server) poll(w http.ResponseWriter, r *http.Request) {
	pos, err := s.nextPosition(r.Context(), r.URL.Query().Get("driver"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	fmt.Fprintln(w, pos)
}

func main() {
	s := &server{ServeMux: http.NewServeMux(), rdb: redis.NewClient(&redis.Options{Addr: os.Getenv("UPSTREAM_REDIS")})}
	s.HandleFunc("/position", s.poll)
	s.HandleFunc("/debug/pprof/", pprof.Index)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), s))
}
