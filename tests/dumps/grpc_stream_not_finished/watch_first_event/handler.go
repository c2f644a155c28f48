package main

import (
	"context"
	"fmt"
	"net/http"

	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

type statusCache struct{ client healthpb.HealthClient }

// current reads the first event of the watch. The bug: the stream is neither read on nor cancelled.
func (c *statusCache) current(ctx context.Context, name string) (healthpb.HealthCheckResponse_ServingStatus, error) {
	stream, err := c.client.Watch(context.WithoutCancel(ctx), &healthpb.HealthCheckRequest{Service: name})
	if err != nil {
		return 0, err
	}
	ev, err := stream.Recv()
	if err != nil {
		return 0, err
	}
	return ev.GetStatus(), nil
}

type handler struct{ status *statusCache }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	st, err := h.status.current(r.Context(), r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	fmt.Fprintln(w, st)
}
