// Package uplink carries telemetry over one long request to the ground.
package uplink

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

type Conn struct {
	request *http.Request
	client  *http.Client
	writer  *io.PipeWriter

	initOnce sync.Once
	reader   io.ReadCloser
	err      error
	used     time.Time
}

// Open prepares a request; it is sent when the first answer is wanted.
func Open(client *http.Client, url string) (*Conn, error) {
	r, w := io.Pipe()
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost, url, r)
	if err != nil {
		return nil, err
	}
	return &Conn{request: request, client: client, writer: w, used: time.Now()}, nil
}

func (c *Conn) init() {
	c.initOnce.Do(func() {
		answer, err := c.client.Do(c.request)
		if err != nil {
			c.err = err
			return
		}
		c.reader = answer.Body
	})
}

func (c *Conn) Read(p []byte) (int, error) {
	c.init()
	if c.err != nil {
		return 0, c.err
	}
	return c.reader.Read(p)
}

// Close ends both directions.
func (c *Conn) Close() error {
	c.initOnce.Do(func() { c.err = io.ErrClosedPipe })
	if c.reader != nil {
		c.reader.Close()
	}
	return c.writer.Close()
}
