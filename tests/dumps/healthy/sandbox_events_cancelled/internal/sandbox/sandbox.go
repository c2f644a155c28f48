// Package sandbox waits for containers.
package sandbox

import (
	"context"

	"github.com/docker/docker/api/types/events"
	"github.com/docker/docker/api/types/filters"
	"github.com/docker/docker/client"
)

// Host runs the containers.
type Host struct{ client *client.Client }

// Connect returns the host at addr.
func Connect(addr string) (*Host, error) {
	docker, err := client.NewClientWithOpts(client.WithHost(addr), client.WithVersion("1.45"))
	return &Host{docker}, err
}

// Ready returns when the container of a template is healthy.
func (h *Host) Ready(ctx context.Context, template string) error {
	options := events.ListOptions{Filters: filters.NewArgs(filters.Arg("container", template))}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	messages, errs := h.client.Events(ctx, options)
	for {
		select {
		case message := <-messages:
			if message.Action == events.ActionHealthStatusHealthy {
				return nil
			}
		case err := <-errs:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
