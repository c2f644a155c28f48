package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"path"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/wrapperspb"
	"leuchtturm.example/lamps/internal/ops"
	"leuchtturm.example/lamps/lamppb"
	"leuchtturm.example/lamps/station"
)

// watch follows all lamps of the coast.
type watch struct {
	lamps *lamppb.Client
	mu    sync.RWMutex
	state map[string]string
}

func (c *watch) follow(ctx context.Context, lamp string) {
	for ctx.Err() == nil {
		if err := c.session(ctx, lamp); err != nil {
			log.Printf("lamp %s: %v", lamp, err)
		}
		time.Sleep(time.Second)
	}
}

func (c *watch) session(ctx context.Context, lamp string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := c.lamps.Inspect(ctx)
	if err != nil {
		return err
	}
	if err := stream.Send(wrapperspb.String(lamp)); err != nil {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	for {
		report, err := stream.Recv()
		if err != nil {
			return err
		}
		c.mu.Lock()
		c.state[lamp] = report.GetValue()
		c.mu.Unlock()
	}
}

// ask is one question to one lamp.
func (c *watch) ask(ctx context.Context, lamp string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	stream, err := c.lamps.Inspect(ctx)
	if err != nil {
		return "", err
	}
	if err := stream.Send(wrapperspb.String(lamp)); err != nil {
		return "", err
	}
	answer, err := stream.Recv()
	return answer.GetValue(), err
}

func main() {
	address, err := station.Start()
	if err != nil {
		log.Fatal(err)
	}
	conn, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	coast := &watch{lamps: lamppb.NewClient(conn), state: map[string]string{}}
	for i := 0; i < ops.Count(12); i++ {
		go coast.follow(context.Background(), fmt.Sprintf("L%d", i))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/lamps/", func(w http.ResponseWriter, r *http.Request) {
		state, err := coast.ask(r.Context(), path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write([]byte(state + "\n"))
	})
	ops.Start(mux)
	ops.Wait()
}
