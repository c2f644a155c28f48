// Package quorum writes to all sites and is content with most of them.
package quorum

import (
	"context"
	"fmt"
	"time"

	"bloodbank.eu/stock/replica"
)

type Cluster struct {
	sites    []*replica.Site
	need     int
	deadline time.Duration
}

func New(need int, deadline time.Duration, sites ...*replica.Site) *Cluster {
	return &Cluster{sites: sites, need: need, deadline: deadline}
}

type ack struct {
	site string
	err  error
}

// Write returns as soon as enough sites have it; the others finish behind it, within the deadline.
func (c *Cluster) Write(ctx context.Context, w replica.Write) error {
	acks := make(chan ack, len(c.sites))
	for _, s := range c.sites {
		go c.send(s, w, acks)
	}
	good, bad := 0, 0
	for good < c.need {
		select {
		case a := <-acks:
			if a.err == nil {
				good++
			} else if bad++; bad > len(c.sites)-c.need {
				return fmt.Errorf("quorum: %d sites failed, last %s: %w", bad, a.site, a.err)
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func (c *Cluster) send(s *replica.Site, w replica.Write, acks chan<- ack) {
	ctx, cancel := context.WithTimeout(context.Background(), c.deadline)
	defer cancel()
	acks <- ack{s.Name, s.Apply(ctx, w)}
}
