package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"strconv"
	"sync/atomic"
	"time"

	"go.temporal.io/api/common/v1"
	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/history/v1"
	"go.temporal.io/api/taskqueue/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/timestamppb"
)

// temporal is as much of a Temporal server as a worker asks for: COUNT new orders, and nobody pays.
type temporal struct {
	workflowservice.UnimplementedWorkflowServiceServer
	orders int64
	given  atomic.Int64
}

func servePeer(listener net.Listener) error {
	count, _ := strconv.ParseInt(os.Getenv("COUNT"), 10, 64)
	server := grpc.NewServer()
	workflowservice.RegisterWorkflowServiceServer(server, &temporal{orders: count})
	return server.Serve(listener)
}

func (*temporal) GetSystemInfo(context.Context, *workflowservice.GetSystemInfoRequest) (*workflowservice.GetSystemInfoResponse, error) {
	return &workflowservice.GetSystemInfoResponse{Capabilities: &workflowservice.GetSystemInfoResponse_Capabilities{}}, nil
}

func (*temporal) DescribeNamespace(context.Context, *workflowservice.DescribeNamespaceRequest) (*workflowservice.DescribeNamespaceResponse, error) {
	return &workflowservice.DescribeNamespaceResponse{}, nil
}

func (*temporal) RespondWorkflowTaskCompleted(context.Context, *workflowservice.RespondWorkflowTaskCompletedRequest) (*workflowservice.RespondWorkflowTaskCompletedResponse, error) {
	return &workflowservice.RespondWorkflowTaskCompletedResponse{}, nil
}

func (*temporal) PollActivityTaskQueue(ctx context.Context, _ *workflowservice.PollActivityTaskQueueRequest) (*workflowservice.PollActivityTaskQueueResponse, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func (t *temporal) PollWorkflowTaskQueue(ctx context.Context, request *workflowservice.PollWorkflowTaskQueueRequest) (*workflowservice.PollWorkflowTaskQueueResponse, error) {
	if request.TaskQueue.Kind != enums.TASK_QUEUE_KIND_STICKY {
		if order := t.given.Add(1); order <= t.orders {
			return firstTask(order), nil
		}
	}
	<-ctx.Done()
	return nil, ctx.Err()
}

func firstTask(order int64) *workflowservice.PollWorkflowTaskQueueResponse {
	now, run := timestamppb.Now(), fmt.Sprintf("run-%d", order)
	kind := &common.WorkflowType{Name: "Order"}
	started := &history.WorkflowExecutionStartedEventAttributes{
		WorkflowType:           kind,
		TaskQueue:              &taskqueue.TaskQueue{Name: "orders"},
		WorkflowTaskTimeout:    durationpb.New(10 * time.Second),
		OriginalExecutionRunId: run,
		FirstExecutionRunId:    run,
		Attempt:                1,
	}
	events := []*history.HistoryEvent{
		{EventId: 1, EventTime: now, EventType: enums.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
			Attributes: &history.HistoryEvent_WorkflowExecutionStartedEventAttributes{WorkflowExecutionStartedEventAttributes: started}},
		{EventId: 2, EventTime: now, EventType: enums.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
			Attributes: &history.HistoryEvent_WorkflowTaskScheduledEventAttributes{
				WorkflowTaskScheduledEventAttributes: &history.WorkflowTaskScheduledEventAttributes{Attempt: 1}}},
		{EventId: 3, EventTime: now, EventType: enums.EVENT_TYPE_WORKFLOW_TASK_STARTED,
			Attributes: &history.HistoryEvent_WorkflowTaskStartedEventAttributes{
				WorkflowTaskStartedEventAttributes: &history.WorkflowTaskStartedEventAttributes{ScheduledEventId: 2}}},
	}
	return &workflowservice.PollWorkflowTaskQueueResponse{
		TaskToken:         []byte(run),
		WorkflowExecution: &common.WorkflowExecution{WorkflowId: fmt.Sprintf("order-%d", order), RunId: run},
		WorkflowType:      kind,
		StartedEventId:    3,
		Attempt:           1,
		History:           &history.History{Events: events},
		ScheduledTime:     now,
		StartedTime:       now,
	}
}
