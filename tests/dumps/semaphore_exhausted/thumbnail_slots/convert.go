package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

var errUnsupported = errors.New("unsupported format")

type converter struct {
	slots slots
	stats struct{ ok, bad int64 }
}

func (c *converter) run(job conversion) ([]byte, error) {
	c.slots.take()
	if strings.HasSuffix(job.path, ".heic") {
		return nil, fmt.Errorf("convert %s: %w", job.path, errUnsupported)
	}
	out, err := c.resize(job)
	c.slots.put()
	return out, err
}

func (c *converter) resize(job conversion) ([]byte, error) {
	time.Sleep(5 * time.Millisecond)
	return make([]byte, job.size), nil
}
