package docs

import (
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/gammazero/workerpool"
)

// Renderer shares one pool among documents and their pages.
type Renderer struct {
	pool *workerpool.WorkerPool
}

// NewRenderer with a number of hands.
func NewRenderer(hands int) *Renderer { return &Renderer{pool: workerpool.New(hands)} }

// Document renders all the pages of name.
func (r *Renderer) Document(name string, pages int) (sum string) {
	r.pool.SubmitWait(func() {
		h := sha256.New()
		for p := 1; p <= pages; p++ {
			h.Write(r.page(name, p))
		}
		sum = fmt.Sprintf("%x", h.Sum(nil))
	})
	return sum
}

func (r *Renderer) page(name string, p int) (pixels []byte) {
	r.pool.SubmitWait(func() {
		time.Sleep(2 * time.Millisecond)
		pixels = []byte(fmt.Sprint(name, p))
	})
	return pixels
}
