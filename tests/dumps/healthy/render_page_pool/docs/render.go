package docs

import (
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/gammazero/workerpool"
)

// Renderer has a pool for documents and one for their pages.
type Renderer struct {
	documents, pages *workerpool.WorkerPool
}

// NewRenderer with a number of hands.
func NewRenderer(hands int) *Renderer {
	return &Renderer{documents: workerpool.New(hands), pages: workerpool.New(hands)}
}

// Document renders all the pages of name.
func (r *Renderer) Document(name string, pages int) (sum string) {
	r.documents.SubmitWait(func() {
		h := sha256.New()
		for p := 1; p <= pages; p++ {
			h.Write(r.page(name, p))
		}
		sum = fmt.Sprintf("%x", h.Sum(nil))
	})
	return sum
}

func (r *Renderer) page(name string, p int) (pixels []byte) {
	r.pages.SubmitWait(func() {
		time.Sleep(400 * time.Millisecond)
		pixels = []byte(fmt.Sprint(name, p))
	})
	return pixels
}
