package billing

import (
	"fmt"
	"sync"
	"time"
)

type Recorder interface{ Append(line string) }

type Desk struct {
	sync.Mutex
	open  map[string]int
	Trail Recorder
}

func NewDesk(t Recorder) *Desk { return &Desk{open: map[string]int{}, Trail: t} }

func (d *Desk) Charge(order string, lines int) error {
	d.Lock()
	defer d.Unlock()
	d.open[order] = lines
	return nil
}

// CloseDay writes every open bill into the trail.
func (d *Desk) CloseDay() {
	d.Lock()
	defer d.Unlock()
	time.Sleep(150 * time.Millisecond)
	d.Trail.Append(fmt.Sprintf("day closed with %d bills", len(d.open)))
}
