// Package farm has a small crew for each farm of the abbey.
package farm

import "sync"

// Farm has two hands who take what is to be done.
type Farm struct {
	name  string
	tasks chan func()
	mu    sync.Mutex
	acres int
}

func newFarm(name string) *Farm {
	f := &Farm{name: name, tasks: make(chan func())}
	for i := 0; i < 2; i++ {
		go f.hand()
	}
	return f
}

func (f *Farm) hand() {
	for task := range f.tasks {
		task()
	}
}

func (f *Farm) sow() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.acres++
	return f.acres
}

// Farms are known by name.
type Farms struct {
	mu sync.Mutex
	m  map[string]*Farm
}

func NewFarms() *Farms { return &Farms{m: map[string]*Farm{}} }

func (fs *Farms) Get(name string) *Farm {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	f, ok := fs.m[name]
	if !ok {
		f = newFarm(name)
		fs.m[name] = f
	}
	return f
}

// Sow has a hand sow an acre.
func (fs *Farms) Sow(name string) int {
	f := fs.Get(name)
	done := make(chan int, 1)
	f.tasks <- func() { done <- f.sow() }
	return <-done
}
