// Package cluster spreads the probes of a site over the agents.
package cluster

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

type Probe struct {
	Name   string
	Period int
}

type Node struct {
	self   string
	peers  []string
	client *http.Client

	cfgMu  sync.RWMutex
	probes map[string]Probe
	where  map[string]string
}

func NewNode(self string, peers []string) *Node {
	return &Node{self: self, peers: peers, client: &http.Client{}, probes: map[string]Probe{}, where: map[string]string{}}
}

// Load takes the probes of a loader and hands each to an agent.
func (n *Node) Load(ctx context.Context, probes <-chan Probe) {
	for {
		select {
		case p := <-probes:
			n.cfgMu.Lock()
			n.probes[p.Name] = p
			if err := n.dispatch(ctx, p); err != nil {
				delete(n.probes, p.Name)
			}
			n.cfgMu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}

func (n *Node) dispatch(ctx context.Context, p Probe) error {
	peer := n.peers[len(n.where)%len(n.peers)]
	if err := n.assign(ctx, peer, p); err != nil {
		return err
	}
	n.where[p.Name] = peer
	return nil
}

func (n *Node) assign(ctx context.Context, peer string, p Probe) error {
	body, _ := json.Marshal(p)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, peer+"/v1/probes", bytes.NewReader(body))
	if err != nil {
		return err
	}
	answer, err := n.client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", peer, answer.Status)
	}
	return nil
}

// Probes serves the configuration to people and peers.
func (n *Node) Probes(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodPost:
		var p Probe
		if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		n.Add(p)
	default:
		n.cfgMu.RLock()
		defer n.cfgMu.RUnlock()
		json.NewEncoder(w).Encode(n.probes)
	}
}

func (n *Node) Add(p Probe) {
	n.cfgMu.Lock()
	defer n.cfgMu.Unlock()
	n.probes[p.Name] = p
}
