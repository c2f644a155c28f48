package main

import (
	"context"
	"log"
	"net/http"
	"path"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/wrapperspb"
	"leuchtturm.example/lamps/internal/ops"
	"leuchtturm.example/lamps/lamppb"
	"leuchtturm.example/lamps/station"
)

type inspector struct{ lamps *lamppb.Client }

// state asks one lamp how it is.
func (in inspector) state(ctx context.Context, lamp string) (string, error) {
	stream, err := in.lamps.Inspect(ctx)
	if err != nil {
		return "", err
	}
	if err := stream.Send(wrapperspb.String(lamp)); err != nil {
		return "", err
	}
	if err := stream.CloseSend(); err != nil {
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
	in := inspector{lamppb.NewClient(conn)}
	root := context.WithValue(context.Background(), "coast", "north")
	mux := http.NewServeMux()
	mux.HandleFunc("/lamps/", func(w http.ResponseWriter, r *http.Request) {
		state, err := in.state(root, path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write([]byte(state + "\n"))
	})
	ops.Start(mux)
	ops.Wait()
}
