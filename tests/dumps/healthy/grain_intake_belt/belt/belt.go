// Package belt moves samples through stages.
package belt

import (
	"context"
	"hash/fnv"
	"sync"
)

type Sample struct {
	Plate    string
	No       int
	Dust     uint32
	Moisture float64
	Grade    string
}

type Stage struct {
	Name  string
	Width int
	Do    func(Sample) Sample
}

// Build connects the stages; what the last one lets out is returned.
func Build(ctx context.Context, in <-chan Sample, stages ...Stage) <-chan Sample {
	for _, s := range stages {
		in = s.start(ctx, in)
	}
	return in
}

func (s Stage) start(ctx context.Context, in <-chan Sample) <-chan Sample {
	out := make(chan Sample, 2)
	var wg sync.WaitGroup
	wg.Add(s.Width)
	for i := 0; i < s.Width; i++ {
		go func() {
			defer wg.Done()
			for sample := range in {
				out <- s.Do(sample)
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func Sieve(s Sample) Sample {
	h := fnv.New32a()
	for i := 0; i < 1000; i++ {
		h.Write([]byte(s.Plate))
	}
	s.Dust = h.Sum32() % 100
	return s
}

func Moisture(s Sample) Sample {
	s.Moisture = 11 + float64(s.Dust)/25
	return s
}

func Grade(s Sample) Sample {
	switch {
	case s.Moisture < 12.5:
		s.Grade = "A"
	case s.Moisture < 14:
		s.Grade = "B"
	default:
		s.Grade = "dry first"
	}
	return s
}
