package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
	"zahn.gr/scans/internal/ops"
)

type mesh struct {
	patient   string
	triangles int
	at        time.Time
}

type archive struct {
	mu     sync.Mutex
	meshes map[string]mesh
	group  singleflight.Group
}

func (a *archive) get(patient string) (mesh, error) {
	a.mu.Lock()
	m, ok := a.meshes[patient]
	a.mu.Unlock()
	if ok && time.Since(m.at) < 50*time.Millisecond {
		return m, nil
	}
	v, err, _ := a.group.Do(patient, func() (interface{}, error) { return a.rebuild(patient) })
	if err != nil {
		return mesh{}, err
	}
	return v.(mesh), nil
}

func (a *archive) rebuild(patient string) (mesh, error) {
	time.Sleep(350 * time.Millisecond)
	m := mesh{patient: patient, triangles: 90000, at: time.Now()}
	a.mu.Lock()
	a.meshes[patient] = m
	a.mu.Unlock()
	return m, nil
}

func main() {
	a := &archive{meshes: map[string]mesh{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", func(w http.ResponseWriter, r *http.Request) {
		m, err := a.get(r.URL.Query().Get("patient"))
		fmt.Fprintln(w, m.triangles, err)
	})
	ops.Start(mux)
	ops.Wait()
}
