package main

import (
	"context"
	"io"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type target struct{ url string }

func (t target) scrape(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", t.url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

type scraper struct {
	targets []target
	round   int
}

func (s *scraper) once(ctx context.Context) {
	var wg sync.WaitGroup
	for _, t := range s.targets {
		wg.Go(func() {
			if err := t.scrape(ctx); err != nil {
				log.Print(err)
			}
		})
	}
	wg.Wait()
	s.round++
}

func main() {
	s := &scraper{}
	for range 30 {
		s.targets = append(s.targets, target{os.Getenv("UPSTREAM") + "/slow?ms=3000"})
	}
	var life sync.WaitGroup
	life.Go(func() {
		for {
			s.once(context.Background())
		}
	})
	life.Go(func() { log.Println(http.ListenAndServe(os.Getenv("LISTEN"), nil)) })
	life.Wait()
}
