package thumbs

import (
	"fmt"
	"hash/fnv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/panjf2000/ants/v2"
)

type Renderer struct {
	pool *ants.Pool
}

func NewRenderer(size int) (*Renderer, error) {
	pool, err := ants.NewPool(size, ants.WithExpiryDuration(10*time.Second), ants.WithPanicHandler(func(v interface{}) {
		fmt.Println("render:", v)
	}))
	return &Renderer{pool: pool}, err
}

// Album renders all pictures of an album and of the albums inside it.
func (r *Renderer) Album(path string, depth int) (int64, error) {
	var done int64
	var all sync.WaitGroup
	all.Add(1)
	if err := r.pool.Submit(func() { defer all.Done(); r.walk(path, depth, &done) }); err != nil {
		return 0, err
	}
	all.Wait()
	return done, nil
}

func (r *Renderer) walk(path string, depth int, done *int64) {
	if depth == 0 {
		render(path)
		atomic.AddInt64(done, 1)
		return
	}
	var children sync.WaitGroup
	for i := 0; i < 4; i++ {
		child := fmt.Sprintf("%s/%d", path, i)
		children.Add(1)
		err := r.pool.Submit(func() {
			defer children.Done()
			r.walk(child, depth-1, done)
		})
		if err != nil {
			children.Done()
		}
	}
	children.Wait()
}

func render(path string) uint32 {
	time.Sleep(3 * time.Millisecond)
	h := fnv.New32a()
	h.Write([]byte(path))
	return h.Sum32()
}
