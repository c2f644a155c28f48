// Package viewer is the test client: it looks at wards for a moment and goes away.
package viewer

import (
	"context"
	"fmt"
	"os/exec"
	"strconv"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func Once(self, addr string, n int) error {
	return exec.Command(self, "viewer", addr, strconv.Itoa(n)).Run()
}

func Run(addr, count string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	cc, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	c := grpc_health_v1.NewHealthClient(cc)
	for i := 0; i < n; i++ {
		ctx, cancel := context.WithCancel(context.Background())
		s, err := c.Watch(ctx, &grpc_health_v1.HealthCheckRequest{Service: fmt.Sprint("ward-", i)})
		if err != nil {
			cancel()
			return err
		}
		_, err = s.Recv()
		cancel()
		if err != nil {
			return err
		}
	}
	return cc.Close()
}
