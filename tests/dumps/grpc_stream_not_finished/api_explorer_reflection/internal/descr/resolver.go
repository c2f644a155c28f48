// Package descr reads descriptors from backends by server reflection.
package descr

import (
	"context"
	"fmt"
	"sync"

	"google.golang.org/grpc"
	refl "google.golang.org/grpc/reflection/grpc_reflection_v1"
)

// Resolver answers what a backend knows about its own API. It is safe for concurrent use.
type Resolver struct {
	stub refl.ServerReflectionClient

	mu    sync.RWMutex
	files map[string]int
}

// NewResolver returns a Resolver of the backend behind conn.
func NewResolver(conn grpc.ClientConnInterface) *Resolver {
	return &Resolver{stub: refl.NewServerReflectionClient(conn), files: make(map[string]int)}
}

// Services lists the backend's services.
func (r *Resolver) Services(ctx context.Context) ([]string, error) {
	answer, err := r.ask(ctx, &refl.ServerReflectionRequest{
		MessageRequest: &refl.ServerReflectionRequest_ListServices{ListServices: "*"},
	})
	if err != nil {
		return nil, err
	}
	var names []string
	for _, service := range answer.GetListServicesResponse().GetService() {
		names = append(names, service.GetName())
	}
	return names, nil
}

// FileOf returns the size of the descriptor that declares symbol.
func (r *Resolver) FileOf(ctx context.Context, symbol string) (int, error) {
	r.mu.RLock()
	size, ok := r.files[symbol]
	r.mu.RUnlock()
	if ok {
		return size, nil
	}
	answer, err := r.ask(ctx, &refl.ServerReflectionRequest{
		MessageRequest: &refl.ServerReflectionRequest_FileContainingSymbol{FileContainingSymbol: symbol},
	})
	if err != nil {
		return 0, err
	}
	for _, raw := range answer.GetFileDescriptorResponse().GetFileDescriptorProto() {
		size += len(raw)
	}
	r.mu.Lock()
	r.files[symbol] = size
	r.mu.Unlock()
	return size, nil
}

// ask sends one question. The answer is worth having even when the browser has gone, so that the
// next visitor finds it.
func (r *Resolver) ask(ctx context.Context, req *refl.ServerReflectionRequest) (*refl.ServerReflectionResponse, error) {
	stream, err := r.stub.ServerReflectionInfo(context.WithoutCancel(ctx))
	if err != nil {
		return nil, fmt.Errorf("reflection: %w", err)
	}
	if err := stream.Send(req); err != nil {
		return nil, fmt.Errorf("reflection: send: %w", err)
	}
	answer, err := stream.Recv()
	if err != nil {
		return nil, fmt.Errorf("reflection: %w", err)
	}
	if failure := answer.GetErrorResponse(); failure != nil {
		return nil, fmt.Errorf("reflection: %s", failure.GetErrorMessage())
	}
	return answer, nil
}
