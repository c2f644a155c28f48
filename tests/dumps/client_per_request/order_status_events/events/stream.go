// Package events tells browsers how their orders get on.
package events

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/redis/go-redis/v9"
)

// Source has the changes of an order.
type Source interface {
	Changes(ctx context.Context, order string) <-chan *redis.Message
}

// RedisSource has them from a channel of Redis.
type RedisSource struct{ *redis.Client }

// Changes subscribes.
func (s RedisSource) Changes(ctx context.Context, order string) <-chan *redis.Message {
	return s.Subscribe(ctx, "order:"+order).Channel(redis.WithChannelSize(16))
}

// Stream serves server-sent events until the browser leaves.
func Stream(source Source) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		flush := http.NewResponseController(w)
		beat := time.NewTicker(15 * time.Second)
		defer beat.Stop()
		changes := source.Changes(r.Context(), r.PathValue("id"))
		for {
			flush.Flush()
			select {
			case m := <-changes:
				fmt.Fprintf(w, "data: %s\n\n", m.Payload)
			case <-beat.C:
				fmt.Fprint(w, ": beat\n\n")
			case <-r.Context().Done():
				return
			}
		}
	})
}
