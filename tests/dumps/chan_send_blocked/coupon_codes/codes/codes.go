package codes

import (
	"fmt"
	"sync"

	"github.com/samber/lo"
)

type Book struct {
	mu   sync.Mutex
	used map[string]bool
}

func NewBook(used ...string) *Book {
	return &Book{used: lo.SliceToMap(used, func(s string) (string, bool) { return s, true })}
}

// Fresh returns a code that nobody has yet.
func (b *Book) Fresh() string {
	candidates := lo.Generator(1, func(yield func(string)) {
		for i := 1; i < 100_000; i++ {
			yield(fmt.Sprintf("ABC-%d", i))
		}
	})
	b.mu.Lock()
	defer b.mu.Unlock()
	for c := range candidates {
		if !b.used[c] {
			b.used[c] = true
			return c
		}
	}
	return ""
}
