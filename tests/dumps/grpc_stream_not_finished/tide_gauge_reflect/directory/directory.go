// Package directory finds the services of a gauge.
package directory

import (
	"context"
	"fmt"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/reflection/grpc_reflection_v1"
)

type Directory struct {
	conn   *grpc.ClientConn
	client pb.ServerReflectionClient
	ctx    context.Context
}

func Dial(ctx context.Context, addr string) (*Directory, error) {
	conn, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	return &Directory{conn, pb.NewServerReflectionClient(conn), ctx}, nil
}

func (d *Directory) Close() error { return d.conn.Close() }

// Services lists what the other side offers.
func (d *Directory) Services(gauge string) ([]string, error) {
	stream, err := d.client.ServerReflectionInfo(d.ctx)
	if err != nil {
		return nil, err
	}
	defer stream.CloseSend()
	err = stream.Send(&pb.ServerReflectionRequest{Host: gauge,
		MessageRequest: &pb.ServerReflectionRequest_ListServices{ListServices: "*"}})
	if err != nil {
		return nil, err
	}
	answer, err := stream.Recv()
	if err != nil {
		return nil, err
	}
	list := answer.GetListServicesResponse()
	if list == nil {
		return nil, fmt.Errorf("gauge %s: %v", gauge, answer.GetErrorResponse())
	}
	var names []string
	for _, s := range list.Service {
		names = append(names, s.Name)
	}
	return names, nil
}
