package ship

import (
	"context"
	"sync"
	"time"
)

// Dumper keeps batches and sends them again.
type Dumper struct {
	client *Client

	mu      sync.Mutex
	batches []string
	bytes   int
}

func (d *Dumper) Keep(batch string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.batches = append(d.batches, batch)
	d.bytes += len(batch)
}

func (d *Dumper) Run(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			for d.resend(ctx) {
			}
		case <-ctx.Done():
			return
		}
	}
}

// read gets a batch back from the disk.
func (d *Dumper) read(i int) string {
	time.Sleep(time.Millisecond)
	return d.batches[i]
}

// resend sends the oldest batch; the lock keeps two of them from taking the same.
func (d *Dumper) resend(ctx context.Context) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.batches) == 0 {
		return false
	}
	batch := d.read(0)
	s, err := d.client.pick()
	if err != nil {
		return false
	}
	if err := d.client.post(ctx, s, batch); err != nil {
		return false
	}
	d.bytes -= len(d.batches[0])
	d.batches = d.batches[1:]
	return true
}
