package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"syscall"
)

// startCluster runs a stand-in for a Kubernetes API server as a second process of the same binary:
// it has three pods for every question, and its watches stay open.
func startCluster() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_CLUSTER") != "" {
		log.Fatal(http.ListenAndServe(addr, http.HandlerFunc(servePods)))
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_CLUSTER=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return "http://" + addr
}

func servePods(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	switch query := r.URL.Query(); {
	case query.Get("sendInitialEvents") != "": // an older server does not know it
		w.WriteHeader(http.StatusUnprocessableEntity)
		fmt.Fprintln(w, `{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Invalid","code":422}`)
	case query.Get("watch") != "":
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	default:
		pods := []any{}
		for i := range 3 {
			name := fmt.Sprintf("web-%d", i)
			pods = append(pods, map[string]any{"apiVersion": "v1", "kind": "Pod",
				"metadata": map[string]any{"name": name, "namespace": "shop", "uid": name, "resourceVersion": "7"}})
		}
		json.NewEncoder(w).Encode(map[string]any{"apiVersion": "v1", "kind": "PodList",
			"metadata": map[string]any{"resourceVersion": "7"}, "items": pods})
	}
}
