// Package bucket writes compressed objects to the archive.
package bucket

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Bucket struct {
	base   string
	client *http.Client
}

func New(base string) *Bucket {
	return &Bucket{base: base, client: &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{
		MaxIdleConnsPerHost: 4, IdleConnTimeout: 30 * time.Second, ExpectContinueTimeout: time.Second}}}
}

// Put compresses on the fly, so that a scan never is in memory as a whole.
func (b *Bucket) Put(ctx context.Context, id string, scan io.ReadCloser) (int, error) {
	pr, pw := io.Pipe()
	go func() {
		defer scan.Close()
		pw.CloseWithError(compress(pw, scan))
	}()
	// Larger writes to the network than gzip makes by itself.
	body := bufio.NewReaderSize(pr, 128<<10)
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, b.base+"/ok/"+id, body)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Content-Encoding", "gzip")
	resp, err := b.client.Do(req)
	if err != nil {
		return 0, fmt.Errorf("archive of %s: %w", id, err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}

func compress(w io.Writer, r io.Reader) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return err
	}
	if _, err := io.Copy(z, r); err != nil {
		return err
	}
	return z.Close()
}
