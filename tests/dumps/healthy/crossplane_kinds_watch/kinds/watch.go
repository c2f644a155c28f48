// Package kinds follows every kind of managed resource that the providers have installed.
package kinds

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	"k8s.io/client-go/tools/cache"
)

// Watch has one factory with one informer for each kind.
type Watch struct {
	factory dynamicinformer.DynamicSharedInformerFactory
	kinds   int
	seen    atomic.Int64
}

// New uses the cluster.
func New(cluster dynamic.Interface) *Watch {
	return &Watch{factory: dynamicinformer.NewDynamicSharedInformerFactory(cluster, 15*time.Minute)}
}

// Follow adds a kind.
func (w *Watch) Follow(resource schema.GroupVersionResource) {
	w.factory.ForResource(resource).Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: func(any) { w.seen.Add(1) },
	})
	w.kinds++
}

// Start returns when all are in sync.
func (w *Watch) Start(ctx context.Context) {
	w.factory.Start(ctx.Done())
	w.factory.WaitForCacheSync(ctx.Done())
}

// Count prints them.
func (w *Watch) Count(rw http.ResponseWriter, _ *http.Request) {
	fmt.Fprintln(rw, w.kinds, w.seen.Load())
}
