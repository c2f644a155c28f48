// Package pods looks into the pods of the shop.
package pods

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/url"

	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/remotecommand"
)

// Cluster is where the pods run.
type Cluster struct{ config *rest.Config }

// Of returns the cluster of the API server at host.
func Of(host string) *Cluster { return &Cluster{&rest.Config{Host: host}} }

// LastLine returns the end of a pod's log file.
func (c *Cluster) LastLine(_ context.Context, pod string) (string, error) {
	address, err := url.Parse(c.config.Host + "/api/v1/namespaces/shop/pods/" + pod + "/exec")
	if err != nil {
		return "", err
	}
	address.RawQuery = "stdout=true&command=tail&command=-n1&command=-F&command=/var/log/shop.log"
	executor, err := remotecommand.NewSPDYExecutor(c.config, http.MethodPost, address)
	if err != nil {
		return "", err
	}
	reader, writer := io.Pipe()
	go func() {
		writer.CloseWithError(executor.StreamWithContext(context.Background(), remotecommand.StreamOptions{Stdout: writer}))
	}()
	return bufio.NewReader(reader).ReadString('\n')
}
