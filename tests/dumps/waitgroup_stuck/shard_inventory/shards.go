package main

import (
	"hash/maphash"
	"sync"
	"time"
)

type match struct {
	sku   string
	shelf int
}

type shard struct {
	name    string
	offline bool
	seed    maphash.Seed
}

func (s *shard) scan(sku string) []match {
	time.Sleep(time.Millisecond)
	h := maphash.String(s.seed, sku)
	return []match{{sku, int(h % 40)}, {sku, int(h % 17)}}
}

type cluster []*shard

func newCluster(names ...string) cluster {
	var c cluster
	for _, n := range names {
		c = append(c, &shard{name: n, seed: maphash.MakeSeed()})
	}
	return c
}

// query starts one goroutine a shard; the channel is closed when all have answered.
func (c cluster) query(sku string) <-chan match {
	var pending sync.WaitGroup
	found := make(chan match)
	pending.Add(len(c))
	for _, s := range c {
		go func() {
			if s.offline {
				return
			}
			for _, m := range s.scan(sku) {
				found <- m
			}
			pending.Done()
		}()
	}
	go func() {
		pending.Wait()
		close(found)
	}()
	return found
}
