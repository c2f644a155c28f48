package stock

import (
	"testing"
	"time"
)

func TestRefresh(t *testing.T) {
	c := &Cache{}
	c.Refresh(func() int { return 4 })
	for c.Left() == 0 {
		time.Sleep(time.Millisecond)
	}
}
