// Package ocpp speaks with charging stations.
package ocpp

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
	"time"
)

// Connector is one plug of a station.
type Connector struct {
	mu      sync.Mutex
	station string
	status  string
	updated time.Time
}

func (c *Connector) set(status string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.status, c.updated = status, time.Now()
}

// WatchDog asks for the values again when none came.
func (c *Connector) WatchDog(limit time.Duration, trigger func(string)) {
	tick := time.NewTicker(limit)
	for range tick.C {
		c.mu.Lock()
		old := time.Since(c.updated) > limit
		c.mu.Unlock()
		if old {
			trigger(c.station)
		}
	}
}

// Central is where stations connect.
type Central struct {
	mu       sync.Mutex
	stations map[string]*Connector
	asked    map[string]int
}

// NewCentral has no station yet.
func NewCentral() *Central {
	return &Central{stations: map[string]*Connector{}, asked: map[string]int{}}
}

func (s *Central) trigger(station string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked[station]++
}

// Serve accepts stations.
func (s *Central) Serve(ln net.Listener) error {
	for {
		conn, err := ln.Accept()
		if err != nil {
			return err
		}
		go s.session(conn)
	}
}

func (s *Central) session(conn net.Conn) {
	defer conn.Close()
	lines := bufio.NewScanner(conn)
	var c *Connector
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 2 {
			continue
		}
		if words[0] == "boot" {
			c = &Connector{station: words[1]}
			s.mu.Lock()
			s.stations[c.station] = c
			s.mu.Unlock()
			go c.WatchDog(30*time.Second, s.trigger)
		}
		if c != nil {
			c.set(words[1])
			fmt.Fprintln(conn, "accepted")
		}
	}
}
