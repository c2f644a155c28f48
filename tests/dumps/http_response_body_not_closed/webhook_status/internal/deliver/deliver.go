package deliver

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"time"
)

// Event is one thing that happened.
type Event struct {
	ID string    `json:"id"`
	At time.Time `json:"at"`
}

// Queue holds what is to be delivered.
type Queue struct{ C chan Event }

// NewQueue makes a queue.
func NewQueue(size int) *Queue { return &Queue{C: make(chan Event, size)} }

var errRejected = errors.New("rejected by receiver")

// Deliverer posts events to the receiver.
type Deliverer struct {
	url    string
	client *http.Client
}

// New makes one.
func New(url string) *Deliverer {
	return &Deliverer{url: url + "/inbox", client: &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}}
}

// Run delivers until the context ends.
func (d *Deliverer) Run(ctx context.Context, q *Queue) {
	for {
		select {
		case <-ctx.Done():
			return
		case ev := <-q.C:
			if err := post[struct{ Stock int }](ctx, d.client, d.url, ev, http.StatusCreated); err != nil {
				log.Printf("event %s: %v", ev.ID, err)
			}
		}
	}
}

func post[R any](ctx context.Context, c *http.Client, url string, body any, want int) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(data))
	if err != nil {
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	if resp.StatusCode != want {
		return errRejected // the bug: the body stays open
	}
	defer resp.Body.Close()
	var r R
	return json.NewDecoder(resp.Body).Decode(&r)
}
