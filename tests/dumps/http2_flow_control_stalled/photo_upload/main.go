// Command photoupload sends the photos of articles to the media service, over HTTP/2.
package main

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"net/http"

	"github.com/northshop/photoupload/internal/ops"
)

type media struct {
	base string
	http *http.Client
}

func (m *media) put(article string, photo []byte) error {
	// BUG: the media service stopped reading, and nothing here limits how long we wait for it.
	req, err := http.NewRequest(http.MethodPut, m.base+"/noread?article="+article, bytes.NewReader(photo))
	if err != nil {
		return err
	}
	resp, err := m.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("media: %s", resp.Status)
	}
	return nil
}

func main() {
	m := &media{ops.Upstream(true), &http.Client{Transport: &http.Transport{
		ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}}
	photo := make([]byte, 3<<20)
	mux := http.NewServeMux()
	mux.HandleFunc("/photo", func(w http.ResponseWriter, r *http.Request) {
		if err := m.put(r.URL.Query().Get("article"), photo); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
