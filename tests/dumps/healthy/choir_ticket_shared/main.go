package main

import (
	"encoding/json"
	"io"
	"net/http"
	"path"
	"strings"
	"time"

	"choir.example/ticketshub/internal/ops"
)

type hub struct {
	client *http.Client
	hook   string
}

func (h *hub) sold(w http.ResponseWriter, r *http.Request) {
	text, _ := json.Marshal(map[string]string{"ticket": path.Base(r.URL.Path)})
	resp, err := h.client.Post(h.hook, "application/json", strings.NewReader(string(text)))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func main() {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 30
	t.IdleConnTimeout = 2 * time.Minute
	h := &hub{client: &http.Client{Transport: t, Timeout: 10 * time.Second}, hook: ops.Upstream(false) + "/slow?ms=30"}
	mux := http.NewServeMux()
	mux.HandleFunc("/sold/", h.sold)
	ops.Start(mux)
	ops.Wait()
}
