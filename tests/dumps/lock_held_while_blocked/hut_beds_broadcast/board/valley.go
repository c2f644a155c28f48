package board

import "sync"

// Valley has the huts of one valley.
type Valley struct {
	mu   sync.Mutex
	huts map[string]*hut
}

func NewValley() *Valley { return &Valley{huts: map[string]*hut{}} }

func (v *Valley) hut(name string) *hut {
	v.mu.Lock()
	defer v.mu.Unlock()
	h := v.huts[name]
	if h == nil {
		h = openHut(Draw)
		v.huts[name] = h
	}
	return h
}

// Report books what a warden radioed.
func (v *Valley) Report(name string, free int) bool { return v.hut(name).offer(Change{Free: free}) }

// Join gives the number of beds and the changes from now on.
func (v *Valley) Join(name string) (int, chan int) { return v.hut(name).join() }

// Retire closes a hut for the winter.
func (v *Valley) Retire(name string) {
	h := v.hut(name)
	h.offer(Change{Last: true})
	go h.stop()
}
