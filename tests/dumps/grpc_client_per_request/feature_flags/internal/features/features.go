// Package features reads the shops' features from etcd.
package features

import (
	"context"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
)

// Set is the set of features.
type Set struct{ endpoint string }

// Open returns the features kept at endpoint.
func Open(endpoint string) (*Set, error) { return &Set{endpoint}, nil }

// On tells whether a feature is switched on.
func (s *Set) On(ctx context.Context, name string) (bool, error) {
	client, err := clientv3.New(clientv3.Config{
		Endpoints: []string{s.endpoint}, DialTimeout: 2 * time.Second})
	if err != nil {
		return false, err
	}
	answer, err := client.Get(ctx, "features/"+name)
	if err != nil {
		return false, err
	}
	return answer.Count > 0, nil
}
