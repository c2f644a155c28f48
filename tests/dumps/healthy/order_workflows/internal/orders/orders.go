// Package orders is what happens to an order.
package orders

import (
	"time"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

// Start runs the workflows of the Temporal server at addr.
func Start(addr string) (worker.Worker, error) {
	temporal, err := client.Dial(client.Options{HostPort: addr})
	if err != nil {
		return nil, err
	}
	runner := worker.New(temporal, "orders", worker.Options{})
	runner.RegisterWorkflow(Order)
	return runner, runner.Start()
}

// Order waits until the order is paid.
func Order(ctx workflow.Context) error {
	reminders, stop := workflow.WithCancel(ctx)
	workflow.Go(reminders, remind)
	var payment string
	workflow.GetSignalChannel(ctx, "paid").Receive(ctx, &payment)
	stop()
	return nil
}

func remind(ctx workflow.Context) {
	for workflow.Sleep(ctx, 72*time.Hour) == nil {
		workflow.GetLogger(ctx).Info("not paid yet")
	}
}
