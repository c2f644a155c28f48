// Package lab talks to instruments, one conversation at a time for each.
package lab

import (
	"errors"
	"fmt"
	"log"
	"time"
)

// Run is a measurement.
type Run struct {
	Sample string
	Volume float64
}

// Device is an instrument with its own goroutine.
type Device struct {
	Name string
	runs chan Run
	last time.Time
}

// Attach starts to serve a device.
func Attach(name string) *Device {
	d := &Device{Name: name, runs: make(chan Run, 3)}
	go d.serve()
	return d
}

var errDry = errors.New("reservoir is dry")

func (d *Device) serve() {
	for r := range d.runs {
		if err := d.measure(r); err != nil {
			log.Printf("%s: %v", d.Name, err)
			return
		}
	}
}

func (d *Device) measure(r Run) error {
	if r.Volume > 50 {
		return fmt.Errorf("sample %s: %w", r.Sample, errDry)
	}
	time.Sleep(time.Millisecond)
	d.last = time.Now()
	return nil
}

// Enqueue puts a run behind the others.
func (d *Device) Enqueue(r Run) { d.runs <- r }
