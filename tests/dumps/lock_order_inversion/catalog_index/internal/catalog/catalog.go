// Package catalog keeps articles, and an index of their words.
package catalog

import (
	"strings"
	"sync"
	"time"
)

// Catalog has the articles.
type Catalog struct {
	mu       sync.RWMutex
	articles map[string]string
	index    *Index
}

// Index finds articles by word.
type Index struct {
	mu      sync.Mutex
	words   map[string][]string
	catalog *Catalog
}

func New() *Catalog {
	c := &Catalog{articles: map[string]string{}}
	c.index = &Index{words: map[string][]string{}, catalog: c}
	return c
}

// Put stores an article and its words.
func (c *Catalog) Put(sku, title string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.articles[sku] = title
	time.Sleep(20 * time.Millisecond)
	c.index.add(sku, title)
}

func (i *Index) add(sku, title string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, word := range strings.Fields(title) {
		i.words[word] = append(i.words[word], sku)
	}
}

// Rebuild makes the index anew.
func (i *Index) Rebuild() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.words = map[string][]string{}
	time.Sleep(20 * time.Millisecond)
	for sku, title := range i.catalog.all() { // BUG: index then catalog, Put takes them the other way
		for _, word := range strings.Fields(title) {
			i.words[word] = append(i.words[word], sku)
		}
	}
}

func (c *Catalog) all() map[string]string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	copied := make(map[string]string, len(c.articles))
	for sku, title := range c.articles {
		copied[sku] = title
	}
	return copied
}

// Index returns the index.
func (c *Catalog) Index() *Index { return c.index }

// Title returns one article.
func (c *Catalog) Title(sku string) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.articles[sku]
}
