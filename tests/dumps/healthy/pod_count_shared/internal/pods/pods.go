// Package pods looks at a cluster's pods.
package pods

import (
	"fmt"

	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
)

var resource = schema.GroupVersionResource{Version: "v1", Resource: "pods"}

// Cluster is where the shop runs, with one informer that follows its pods.
type Cluster struct{ lister cache.GenericLister }

// Connect returns the cluster at host.
func Connect(host string) (*Cluster, error) {
	client, err := dynamic.NewForConfig(&rest.Config{Host: host})
	if err != nil {
		return nil, err
	}
	factory := dynamicinformer.NewFilteredDynamicSharedInformerFactory(client, 0, "shop", nil)
	lister := factory.ForResource(resource).Lister()
	stop := make(chan struct{})
	factory.Start(stop)
	if !factory.WaitForCacheSync(stop)[resource] {
		return nil, fmt.Errorf("pods: not synchronized")
	}
	return &Cluster{lister}, nil
}

// Count tells how many pods an application has.
func (c *Cluster) Count(app string) (int, error) {
	pods, err := c.lister.List(labels.Everything())
	return len(pods), err
}
