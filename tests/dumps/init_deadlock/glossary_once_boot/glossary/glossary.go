// Package glossary has the terms of each language.
package glossary

import (
	"strings"
	"sync"

	_ "vertaal.nl/subtitles/probe"
)

type Glossary struct {
	mu    sync.Mutex
	terms map[string]map[string]string
}

var (
	once sync.Once
	std  *Glossary
)

// Default returns the glossary that all translators share.
func Default() *Glossary {
	once.Do(build)
	return std
}

func build() {
	std = &Glossary{terms: map[string]map[string]string{}}
	var wg sync.WaitGroup
	for _, lang := range []string{"nl", "fr", "de", "sv", "pl"} {
		wg.Add(1)
		go func(lang string) {
			defer wg.Done()
			parse(lang, "gaffer=gaffer;best boy=adjoint")
		}(lang)
	}
	wg.Wait()
}

func parse(lang, text string) {
	for _, line := range strings.Split(text, ";") {
		if i := strings.Index(line, "="); i > 0 {
			Default().Add(lang, line[:i], line[i+1:])
		}
	}
}

// Add puts a term into one language.
func (g *Glossary) Add(lang, term, word string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.terms[lang] == nil {
		g.terms[lang] = map[string]string{}
	}
	g.terms[lang][term] = word
}

func (g *Glossary) Word(lang, term string) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.terms[lang][term]
}
