// Package footage cuts the films of the orchard's drones into what a pilot wants to see.
package footage

import (
	"bufio"
	"encoding/binary"
	"io"
	"net/http"
	"sync"
	"time"
)

// Reel makes frames; a real one reads them from the disk.
type Reel struct {
	mu   sync.Mutex
	seen map[string]int
}

func NewReel() *Reel { return &Reel{seen: map[string]int{}} }

func (r *Reel) count(flight string) {
	r.mu.Lock()
	r.seen[flight]++
	r.mu.Unlock()
}

// Copy writes n frames of a flight, as fast as they were filmed.
func (r *Reel) Copy(w io.Writer, flight string, n int) error {
	r.count(flight)
	flusher, _ := w.(http.Flusher)
	pace := time.NewTicker(40 * time.Millisecond)
	defer pace.Stop()
	out := bufio.NewWriterSize(w, 64<<10)
	frame := make([]byte, 4<<10)
	for i := 0; i < n; i++ {
		binary.BigEndian.PutUint64(frame, uint64(i))
		if _, err := out.Write(frame); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return err
		}
		if flusher != nil {
			flusher.Flush()
		}
		<-pace.C
	}
	return nil
}
