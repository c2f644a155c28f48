// Package scale asks the scales under the lorries.
package scale

import (
	"hash/fnv"
	"sync"
	"time"

	"github.com/haulier/weighbridge/pkg/deadline"
)

// Reading is one weight.
type Reading struct {
	Plate string
	Kilos int
	Taken time.Time
}

// Bridge is one scale; its controller needs a while until the load cells are calm.
type Bridge struct {
	Name     string
	settle   time.Duration
	patience *deadline.Deadline

	mu   sync.Mutex
	last map[string]Reading
}

// NewBridge connects to a controller.
func NewBridge(name string, settle, patience time.Duration) *Bridge {
	return &Bridge{Name: name, settle: settle, patience: deadline.New(patience), last: map[string]Reading{}}
}

// Weigh returns the weight of the lorry that stands on the bridge.
func (b *Bridge) Weigh(plate string) (Reading, error) {
	var r Reading
	err := b.patience.Run(func(<-chan struct{}) error {
		time.Sleep(b.settle)
		h := fnv.New32a()
		h.Write([]byte(plate))
		b.mu.Lock()
		defer b.mu.Unlock()
		b.last[plate] = Reading{Plate: plate, Kilos: 7000 + int(h.Sum32()%33000), Taken: time.Now()}
		r = b.last[plate]
		return nil
	})
	return r, err
}
