// Package assay measures samples of ore on several benches.
package assay

import (
	"fmt"
	"sync"
	"time"
)

// Sample is a bag of stones.
type Sample struct {
	Mine string
	No   int
}

// Grade is grams of gold per ton.
type Grade struct {
	Sample Sample
	Grams  float64
}

// Bench measures one sample at a time.
type Bench struct {
	name string
}

func (b Bench) measure(s Sample) (Grade, error) {
	time.Sleep(2 * time.Millisecond)
	if s.No%7 == 6 {
		return Grade{}, fmt.Errorf("%s: %s/%d is wet", b.name, s.Mine, s.No)
	}
	return Grade{s, float64(s.No) / 3}, nil
}

// Measure spreads samples over benches; the channel of grades ends with the last.
func Measure(benches []Bench, samples []Sample) (<-chan Grade, <-chan error) {
	in, out, bad := make(chan Sample), make(chan Grade), make(chan error, len(benches))
	var wg sync.WaitGroup
	for _, b := range benches {
		wg.Add(1)
		go func(b Bench) {
			defer wg.Done()
			for s := range in {
				g, err := b.measure(s)
				if err != nil {
					bad <- err
					return
				}
				out <- g
			}
		}(b)
	}
	go func() {
		for i, s := range samples {
			if s.Mine == "" {
				bad <- fmt.Errorf("sample %d has no mine", i)
				return
			}
			in <- s
		}
		close(in)
	}()
	go func() {
		wg.Wait()
		close(out)
	}()
	return out, bad
}
