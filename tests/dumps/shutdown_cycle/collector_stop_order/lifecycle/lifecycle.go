// Package lifecycle starts components in order and stops them.
package lifecycle

import (
	"context"
	"log"
)

// Component is a part of the process.
type Component interface {
	Start(ctx context.Context) error
	Stop(ctx context.Context) error
}

// Named gives a component its name.
type Named struct {
	Name string
	Component
}

// App is all of them.
type App struct{ parts []Named }

// Add appends a component.
func (a *App) Add(name string, c Component) { a.parts = append(a.parts, Named{name, c}) }

// Run starts everything, waits for quit, stops everything.
func (a *App) Run(ctx context.Context, quit <-chan struct{}) error {
	for _, p := range a.parts {
		if err := p.Start(ctx); err != nil {
			return err
		}
		log.Printf("%s: started", p.Name)
	}
	<-quit
	for _, p := range a.parts {
		if err := p.Stop(ctx); err != nil {
			log.Printf("%s: %v", p.Name, err)
		}
		log.Printf("%s: stopped", p.Name)
	}
	return nil
}
