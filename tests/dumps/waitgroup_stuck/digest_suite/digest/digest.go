package digest

import (
	"sort"
	"sync"
)

type Item struct{ Source, Text string }

type Source interface {
	Name() string
	Latest() (string, error)
}

type Static [2]string

func (s Static) Name() string            { return s[0] }
func (s Static) Latest() (string, error) { return s[1], nil }

// Builder asks all sources at once and leaves out those that fail.
type Builder struct {
	Sources []Source
	OnError func(source string, err error)
}

func (b *Builder) Build() []Item {
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		items []Item
	)
	wg.Add(len(b.Sources))
	for _, s := range b.Sources {
		go func(s Source) {
			text, err := s.Latest()
			if err != nil {
				if b.OnError != nil {
					b.OnError(s.Name(), err)
				}
				return
			}
			mu.Lock()
			items = append(items, Item{s.Name(), text})
			mu.Unlock()
			wg.Done()
		}(s)
	}
	wg.Wait()
	sort.Slice(items, func(i, j int) bool { return items[i].Source < items[j].Source })
	return items
}
