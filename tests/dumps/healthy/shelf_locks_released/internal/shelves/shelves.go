// Package shelves keeps pickers out of each other's way.
package shelves

import (
	"context"

	"github.com/hashicorp/consul/api"
)

// Locks are the locks of all shelves.
type Locks struct{ client *api.Client }

// Open returns the locks that the agent at addr keeps.
func Open(addr string) (*Locks, error) {
	client, err := api.NewClient(&api.Config{Address: addr})
	return &Locks{client}, err
}

// Pick takes an item out of a shelf.
func (l *Locks) Pick(ctx context.Context, shelf, item string) error {
	lock, err := l.client.LockKey("shelves/" + shelf)
	if err != nil {
		return err
	}
	if _, err := lock.Lock(ctx.Done()); err != nil {
		return err
	}
	defer lock.Unlock()
	if item == "" {
		return nil // the shelf is empty
	}
	return l.take(ctx, shelf, item)
}

func (l *Locks) take(ctx context.Context, shelf, item string) error {
	options := (&api.WriteOptions{}).WithContext(ctx)
	_, err := l.client.KV().Put(&api.KVPair{Key: "picked/" + item, Value: []byte(shelf)}, options)
	return err
}
