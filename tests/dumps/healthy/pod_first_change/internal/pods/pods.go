// Package pods waits for a pod's first event with a watch of its own per request.
//
// From k8s.io/apimachinery 0.21 on, (*StreamWatcher).receive ends with Stop, even when one more event was on its
// way: https://github.com/kubernetes/apimachinery/issues/124 tells of the versions before.
package pods

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/rest"
)

var podsGVR = schema.GroupVersionResource{Version: "v1", Resource: "pods"}

// Service answers the requests.
type Service struct{ client dynamic.Interface }

// apiServer streams pod events as fast as it can.
func apiServer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	for i := 0; i < 400; i++ {
		if _, err := fmt.Fprintf(w, `{"type":"MODIFIED","object":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-%d","namespace":"prod","resourceVersion":"%d"}}}`+"\n", i, i+1); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
			return
		case <-time.After(time.Millisecond):
		}
	}
	<-r.Context().Done()
}

// New returns the service.
func New() (*Service, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go http.Serve(l, http.HandlerFunc(apiServer))
	c, err := dynamic.NewForConfig(&rest.Config{Host: "http://" + l.Addr().String(), QPS: 1000, Burst: 1000})
	return &Service{client: c}, err
}

func (s *Service) first(ctx context.Context) (string, error) {
	w, err := s.client.Resource(podsGVR).Namespace("prod").Watch(ctx, metav1.ListOptions{})
	if err != nil {
		return "", err
	}
	defer w.Stop()
	ev := <-w.ResultChan()
	time.Sleep(20 * time.Millisecond) // reads the event; the next ones arrive meanwhile
	return string(ev.Type), nil
}

// Routes adds the service's paths to mux.
func (s *Service) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/pod/first", func(w http.ResponseWriter, r *http.Request) {
		t, err := s.first(context.Background())
		fmt.Fprintln(w, t, err)
	})
}
