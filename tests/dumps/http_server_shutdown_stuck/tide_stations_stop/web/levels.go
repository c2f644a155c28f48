// Package web shows levels in a browser.
package web

import (
	"fmt"
	"net/http"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

type Levels struct {
	conn *grpc.ClientConn
}

func New(conn *grpc.ClientConn) *Levels { return &Levels{conn: conn} }

func (l *Levels) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	desc := &grpc.StreamDesc{ServerStreams: true}
	stream, err := l.conn.NewStream(r.Context(), desc, "/tides.Stations/Follow")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	station := wrapperspb.String(strings.TrimPrefix(r.URL.Path, "/levels/"))
	if err := stream.SendMsg(station); err != nil {
		return
	}
	stream.CloseSend()
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		level := new(wrapperspb.DoubleValue)
		if err := stream.RecvMsg(level); err != nil {
			return
		}
		fmt.Fprintf(w, "data: %.2f\n\n", level.GetValue())
		w.(http.Flusher).Flush()
	}
}
