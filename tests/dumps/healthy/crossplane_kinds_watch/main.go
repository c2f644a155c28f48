package main

import (
	"context"
	"fmt"
	"kindwatch/internal/ops"
	"kindwatch/kinds"
	"net/http"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic/fake"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	resources := make(map[schema.GroupVersionResource]string)
	for i := 0; i < ops.Count(110); i++ {
		group := schema.GroupVersion{Group: fmt.Sprintf("p%d.cloud.example", i%11), Version: "v1beta1"}
		resources[group.WithResource(fmt.Sprintf("resource%ds", i))] = fmt.Sprintf("Resource%dList", i)
	}
	watch := kinds.New(fake.NewSimpleDynamicClientWithCustomListKinds(runtime.NewScheme(), resources))
	for resource := range resources {
		watch.Follow(resource)
	}
	watch.Start(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("/kinds", watch.Count)
	ops.Start(mux)
	ops.Wait()
}
