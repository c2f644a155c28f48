// Package store reads studies from the archive.
package store

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Archive struct {
	base   string
	client *http.Client
}

func New(base string, timeout time.Duration) *Archive {
	return &Archive{base: base, client: &http.Client{Timeout: timeout}}
}

func (a *Archive) Study(ctx context.Context, id string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.base+"/slow?ms=160&id="+id, nil)
	if err != nil {
		return nil, err
	}
	resp, err := a.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
