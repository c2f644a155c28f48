package board

import (
	"context"
	"errors"
	"sort"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	listers "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
)

var errNotSynced = errors.New("pods are not synced")

// Views makes live views of namespaces.
type Views struct {
	cluster kubernetes.Interface
	restart chan string
}

// View is one namespace.
type View struct {
	lister listers.PodNamespaceLister
}

// New returns the views of a cluster.
func New(cluster kubernetes.Interface) *Views {
	v := &Views{cluster: cluster, restart: make(chan string, 64)}
	go func() {
		for range v.restart {
		}
	}()
	return v
}

// Namespace returns a view when it is in sync.
func (v *Views) Namespace(ctx context.Context, name string) (*View, error) {
	factory := informers.NewSharedInformerFactoryWithOptions(v.cluster, 10*time.Minute, informers.WithNamespace(name))
	pods := factory.Core().V1().Pods()
	_, err := pods.Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		UpdateFunc: func(_, now any) {
			if pod := now.(*corev1.Pod); len(pod.Status.ContainerStatuses) > 0 && pod.Status.ContainerStatuses[0].RestartCount > 3 {
				v.restart <- pod.Name
			}
		},
	})
	if err != nil {
		return nil, err
	}
	stop := make(chan struct{})
	factory.Start(stop)
	syncCtx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if !cache.WaitForCacheSync(syncCtx.Done(), pods.Informer().HasSynced) {
		close(stop)
		return nil, errNotSynced
	}
	return &View{lister: pods.Lister().Pods(name)}, nil
}

// Pods lists the names.
func (v *View) Pods() []string {
	list, err := v.lister.List(labels.Everything())
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(list))
	for _, pod := range list {
		names = append(names, pod.Name)
	}
	sort.Strings(names)
	return names
}
