package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type Service interface {
	Serve(ctx context.Context) error
}

type ServiceFunc func(context.Context) error

func (f ServiceFunc) Serve(ctx context.Context) error { return f(ctx) }

// Supervisor restarts its services; it is a service itself.
type Supervisor struct {
	Name string
	kids []Service
	wg   sync.WaitGroup
}

func (s *Supervisor) Add(k Service) { s.kids = append(s.kids, k) }

func (s *Supervisor) Serve(ctx context.Context) error {
	for _, k := range s.kids {
		s.wg.Add(1)
		go s.keep(ctx, k)
	}
	s.wg.Wait()
	return ctx.Err()
}

func (s *Supervisor) keep(ctx context.Context, k Service) {
	defer s.wg.Done()
	for ctx.Err() == nil {
		if err := k.Serve(ctx); err != nil && ctx.Err() == nil {
			log.Printf("%s: %v, again in 5 s", s.Name, err)
			select {
			case <-time.After(5 * time.Second):
			case <-ctx.Done():
			}
		}
	}
}

func probe(name string) Service {
	return ServiceFunc(func(ctx context.Context) error {
		t := time.NewTicker(2 * time.Second)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				if name == "probe-3" {
					return fmt.Errorf("%s refused", name)
				}
			case <-ctx.Done():
				return nil
			}
		}
	})
}

type events struct{ c chan string }

func (e events) Serve(ctx context.Context) error {
	for {
		select {
		case one := <-e.c:
			log.Print(one)
		case <-ctx.Done():
			return nil
		}
	}
}

func main() {
	root := &Supervisor{Name: "root"}
	for _, zone := range []string{"eu", "us", "ap"} {
		z := &Supervisor{Name: zone}
		for i := 0; i < 5; i++ {
			z.Add(probe(fmt.Sprint("probe-", i)))
		}
		z.Add(events{make(chan string)})
		root.Add(z)
	}
	root.Add(ServiceFunc(func(ctx context.Context) error { return http.ListenAndServe(os.Getenv("LISTEN"), nil) }))
	log.Fatal(root.Serve(context.Background()))
}
