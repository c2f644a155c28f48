// Package vault is the client of an object store.
package vault

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// Bucket is one bucket behind a gateway.
type Bucket struct {
	Endpoint string
	Name     string
	Client   *http.Client
}

// Dial returns a bucket.
func Dial(endpoint, name string) *Bucket {
	return &Bucket{endpoint, name, &http.Client{Timeout: 20 * time.Second}}
}

// Put stores what body has, if the bucket is there and may have it.
func (b *Bucket) Put(ctx context.Context, key string, body io.Reader) error {
	if err := b.check(ctx, key); err != nil {
		return fmt.Errorf("put %s: %w", key, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, b.Endpoint+"/"+b.Name+"/"+key, body)
	if err != nil {
		return err
	}
	res, err := b.Client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	io.Copy(io.Discard, res.Body)
	return nil
}

func (b *Bucket) check(ctx context.Context, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, b.Endpoint+"/"+b.Name, nil)
	if err != nil {
		return err
	}
	res, err := b.Client.Do(req)
	if err != nil {
		return err
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK || strings.HasPrefix(key, "abroad-") {
		return fmt.Errorf("bucket %s does not take it", b.Name)
	}
	return nil
}
