// Command weirs takes the levels that the gauges of a river send.
package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/message/router/middleware"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"
	"github.com/go-chi/chi/v5"

	"river.tolmere.example/weirs/internal/levels"
	"river.tolmere.example/weirs/internal/ops"
)

func main() {
	lg := watermill.NewSlogLogger(slog.New(slog.DiscardHandler))
	ps := gochannel.NewGoChannel(gochannel.Config{BlockPublishUntilSubscriberAck: true}, lg)
	router, err := message.NewRouter(message.RouterConfig{}, lg)
	if err != nil {
		panic(err)
	}
	router.AddMiddleware(middleware.Recoverer, middleware.CorrelationID)
	h := &levels.Handlers{Pub: ps}
	router.AddNoPublisherHandler("level", levels.TopicLevel, ps, h.Level)
	router.AddNoPublisherHandler("flood", levels.TopicFlood, ps, h.Flood)
	go func() {
		if err := router.Run(context.Background()); err != nil {
			panic(err)
		}
	}()
	<-router.Running()

	r := chi.NewRouter()
	r.Post("/levels", func(w http.ResponseWriter, q *http.Request) {
		var l levels.Level
		if json.NewDecoder(q.Body).Decode(&l) != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if err := h.Publish(levels.TopicLevel, l); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	mux := http.NewServeMux()
	mux.Handle("/", r)
	ops.Start(mux)
	ops.Wait()
}
