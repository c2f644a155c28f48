// Package pods looks at a cluster's pods.
package pods

import (
	"fmt"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	"k8s.io/client-go/rest"
)

var resource = schema.GroupVersionResource{Version: "v1", Resource: "pods"}

// Cluster is where the shop runs.
type Cluster struct{ client dynamic.Interface }

// Connect returns the cluster at host.
func Connect(host string) (*Cluster, error) {
	client, err := dynamic.NewForConfig(&rest.Config{Host: host})
	return &Cluster{client}, err
}

// Count tells how many pods an application has.
func (c *Cluster) Count(app string) (int, error) {
	factory := dynamicinformer.NewFilteredDynamicSharedInformerFactory(c.client, 0, "shop",
		func(options *metav1.ListOptions) { options.LabelSelector = "app=" + app })
	lister := factory.ForResource(resource).Lister()
	stop := make(chan struct{})
	factory.Start(stop)
	if !factory.WaitForCacheSync(stop)[resource] {
		return 0, fmt.Errorf("pods of %s: not synchronized", app)
	}
	pods, err := lister.List(labels.Everything())
	return len(pods), err
}
