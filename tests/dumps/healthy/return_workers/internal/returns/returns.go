// Package returns is what happens to what comes back.
package returns

import (
	"context"
	"time"

	"go.uber.org/cadence/.gen/go/cadence/workflowserviceclient"
	"go.uber.org/cadence/worker"
	"go.uber.org/cadence/workflow"
	"go.uber.org/zap"
)

// Start runs a worker for each of these task lists, and returns what stops them.
func Start(service workflowserviceclient.Interface, lists ...string) (stop func(), err error) {
	var workers []worker.Worker
	stop = func() {
		for _, running := range workers {
			running.Stop()
		}
	}
	for _, list := range lists {
		next := worker.New(service, "shop", list, worker.Options{Logger: zap.NewNop()})
		next.RegisterWorkflow(refund)
		next.RegisterActivity(pay)
		if err := next.Start(); err != nil {
			stop()
			return nil, err
		}
		workers = append(workers, next)
	}
	return stop, nil
}

func refund(ctx workflow.Context, order string) error {
	ctx = workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		ScheduleToStartTimeout: time.Minute,
		StartToCloseTimeout:    time.Minute,
	})
	return workflow.ExecuteActivity(ctx, pay, order).Get(ctx, nil)
}

func pay(context.Context, string) error { return nil }
