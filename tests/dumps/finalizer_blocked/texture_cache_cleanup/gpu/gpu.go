// Package gpu hands out textures whose memory is given back when they are collected.
package gpu

import "runtime"

type handle uint32

type Texture struct {
	id   handle
	data []byte
}

type Device struct {
	free chan handle
	next handle
}

func Open() *Device { return &Device{free: make(chan handle, 8)} }

func (d *Device) NewTexture(size int) *Texture {
	d.next++
	t := &Texture{id: d.next, data: make([]byte, size)}
	runtime.AddCleanup(t, d.release, t.id)
	return t
}

func (d *Device) release(h handle) { d.free <- h }

// Collect frees what was given back; the renderer calls it once per frame.
func (d *Device) Collect() (n int) {
	for {
		select {
		case <-d.free:
			n++
		default:
			return n
		}
	}
}

func (t *Texture) Len() int { return len(t.data) }
