package main

import (
	"fmt"
	"net/http"
	"sync"

	"pixelsmith/tex/gpu"
	"pixelsmith/tex/internal/ops"
)

type studio struct {
	sync.Mutex
	dev *gpu.Device
}

func (s *studio) preview(w http.ResponseWriter, r *http.Request) {
	s.Lock()
	t := s.dev.NewTexture(4096)
	s.Unlock()
	fmt.Fprintln(w, t.Len())
}

func main() {
	s := &studio{dev: gpu.Open()}
	mux := http.NewServeMux()
	mux.HandleFunc("/preview", s.preview)
	ops.Start(mux)
	ops.Wait()
}
