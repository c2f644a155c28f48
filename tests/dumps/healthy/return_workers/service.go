package main

import (
	"context"

	"go.uber.org/cadence/.gen/go/cadence/workflowserviceclient"
	"go.uber.org/cadence/.gen/go/shared"
	"go.uber.org/yarpc"
)

// idleService is as much of a Cadence service as a worker asks for, and never has a task.
type idleService struct {
	workflowserviceclient.Interface
}

func (*idleService) DescribeDomain(context.Context, *shared.DescribeDomainRequest, ...yarpc.CallOption) (*shared.DescribeDomainResponse, error) {
	return &shared.DescribeDomainResponse{}, nil
}

func (*idleService) PollForDecisionTask(ctx context.Context, _ *shared.PollForDecisionTaskRequest, _ ...yarpc.CallOption) (*shared.PollForDecisionTaskResponse, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func (*idleService) PollForActivityTask(ctx context.Context, _ *shared.PollForActivityTaskRequest, _ ...yarpc.CallOption) (*shared.PollForActivityTaskResponse, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}
