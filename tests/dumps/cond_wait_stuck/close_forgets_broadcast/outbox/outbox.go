package outbox

import (
	"io"
	"sync"
)

// Box holds the frames for one device until its writer takes them.
type Box struct {
	sync.Mutex
	more   sync.Cond
	frames [][]byte
	closed bool
}

func New() *Box {
	b := new(Box)
	b.more.L = b
	return b
}

func (b *Box) Put(frame []byte) {
	b.Lock()
	b.frames = append(b.frames, frame)
	b.Unlock()
	b.more.Signal()
}

func (b *Box) Take() ([]byte, error) {
	b.Lock()
	defer b.Unlock()
	for len(b.frames) == 0 {
		if b.closed {
			return nil, io.EOF
		}
		b.more.Wait()
	}
	first := b.frames[0]
	b.frames = b.frames[1:]
	return first, nil
}

func (b *Box) Close() {
	b.Lock()
	b.closed = true
	b.Unlock()
}
