// Package features reads the shops' features from etcd.
package features

import (
	"context"
	"time"

	clientv3 "go.etcd.io/etcd/client/v3"
)

// Set is the set of features, read by one client.
type Set struct{ client *clientv3.Client }

// Open returns the features kept at endpoint.
func Open(endpoint string) (*Set, error) {
	client, err := clientv3.New(clientv3.Config{
		Endpoints: []string{endpoint}, DialTimeout: 2 * time.Second})
	return &Set{client}, err
}

// On tells whether a feature is switched on.
func (s *Set) On(ctx context.Context, name string) (bool, error) {
	answer, err := s.client.Get(ctx, "features/"+name)
	if err != nil {
		return false, err
	}
	return answer.Count > 0, nil
}
