package main

import (
	"fmt"
	"log"
	"strings"
	"sync"
)

type delivery struct {
	farm string
	tons int
}

type importer struct {
	lines  chan string
	out    chan delivery
	errs   chan error
	wg     sync.WaitGroup
	byFarm map[string]int
}

func (im *importer) parse() {
	defer im.wg.Done()
	for l := range im.lines {
		var d delivery
		if _, err := fmt.Sscanf(strings.Replace(l, ";", " ", 1), "%s %d", &d.farm, &d.tons); err != nil {
			im.errs <- fmt.Errorf("%q: %w", l, err)
			continue
		}
		im.out <- d
	}
}

func (im *importer) feed(lines []string) {
	for _, l := range lines {
		im.lines <- l
	}
	close(im.lines)
}

func (im *importer) run(lines []string) error {
	im.wg.Add(3)
	for i := 0; i < 3; i++ {
		go im.parse()
	}
	go im.feed(lines)
	go func() {
		im.wg.Wait()
		close(im.out)
		close(im.errs)
	}()
	for d := range im.out {
		im.byFarm[d.farm] += d.tons
	}
	for err := range im.errs {
		return err
	}
	return nil
}

func main() {
	im := &importer{lines: make(chan string), out: make(chan delivery), errs: make(chan error), byFarm: map[string]int{}}
	lines := []string{"hill;12", "dale;7", "bad", "brook;4", "brook;x", "hill;9", "lost;", "dale;1"}
	if err := im.run(lines); err != nil {
		log.Fatal(err)
	}
}
