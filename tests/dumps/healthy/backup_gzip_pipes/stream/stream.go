// Package stream packs what it is given while it is read.
package stream

import (
	"compress/gzip"
	"io"
	"math/rand"
	"time"
)

// Packed returns a reader of the packed source.
func Packed(src io.Reader) io.ReadCloser {
	pr, pw := io.Pipe()
	go func() {
		zw := gzip.NewWriter(pw)
		_, err := io.Copy(zw, src)
		if err == nil {
			err = zw.Close()
		}
		pw.CloseWithError(err)
	}()
	return pr
}

// Noise is n bytes that do not pack.
func Noise(n int64) io.Reader { return io.LimitReader(rand.New(rand.NewSource(n)), n) }

// Throttled reads with a rate.
type Throttled struct {
	R     io.Reader
	Pause time.Duration
}

func (t Throttled) Read(p []byte) (int, error) {
	time.Sleep(t.Pause)
	return t.R.Read(p)
}
