// Podboard shows teams what runs in their namespaces.
package main

import (
	"fmt"
	"log"
	"net/http"

	"podboard/board"
	"podboard/internal/ops"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/fake"
)

func main() {
	var objects []runtime.Object
	for i := 0; i < 50; i++ {
		objects = append(objects, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{
			Namespace: fmt.Sprintf("team-%d", i%10), Name: fmt.Sprintf("web-%d", i)}})
	}
	views := board.New(fake.NewClientset(objects...))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /board/{namespace}", func(w http.ResponseWriter, r *http.Request) {
		view, err := views.Namespace(r.Context(), r.PathValue("namespace"))
		if err != nil {
			log.Print(err)
			http.Error(w, "board", http.StatusBadGateway)
			return
		}
		for _, name := range view.Pods() {
			fmt.Fprintln(w, name)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
