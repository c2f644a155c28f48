// Package gdal gives out handles of the raster library.
package gdal

import (
	"runtime"
	"sync"
)

// Dataset is an open raster.
type Dataset struct {
	id   int
	band []byte
}

// Driver opens datasets, and closes them in the order in which they come back.
type Driver struct {
	mu      sync.Mutex
	open    map[int]bool
	next    int
	release chan int
	closed  chan struct{}
}

// NewDriver starts the goroutine that closes.
func NewDriver() *Driver {
	d := &Driver{open: map[int]bool{}, release: make(chan int), closed: make(chan struct{})}
	go d.reap()
	return d
}

// reap ends when the driver is reloaded.
func (d *Driver) reap() {
	for {
		select {
		case id := <-d.release:
			d.mu.Lock()
			delete(d.open, id)
			d.mu.Unlock()
		case <-d.closed:
			return
		}
	}
}

// Open returns a dataset that need not be closed.
func (d *Driver) Open() *Dataset {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.next++
	ds := &Dataset{id: d.next, band: make([]byte, 32<<10)}
	d.open[ds.id] = true
	runtime.SetFinalizer(ds, func(ds *Dataset) { d.release <- ds.id })
	return ds
}

// Mean is the mean of the band.
func (ds *Dataset) Mean() int {
	sum := 0
	for _, b := range ds.band {
		sum += int(b)
	}
	return sum / len(ds.band)
}

// Close ends the driver.
func (d *Driver) Close() { close(d.closed) }
