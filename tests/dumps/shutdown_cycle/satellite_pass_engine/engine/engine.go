// Package engine runs the tasks of a ground station during a pass.
package engine

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"
)

type Task interface {
	Name() string
	Step(ctx context.Context) error
}

var ErrFatal = errors.New("engine: antenna fault")

// Engine is a group of tasks that start and stop together.
type Engine struct {
	ctx     context.Context
	cancel  context.CancelFunc
	running sync.WaitGroup
	stop    sync.Once
	onStop  []func()
}

func New(ctx context.Context, onStop ...func()) *Engine {
	e := &Engine{onStop: onStop}
	e.ctx, e.cancel = context.WithCancel(ctx)
	return e
}

func (e *Engine) Go(t Task) {
	e.running.Add(1)
	go func() {
		defer e.running.Done()
		e.loop(t)
	}()
}

func (e *Engine) loop(t Task) {
	for e.ctx.Err() == nil {
		err := t.Step(e.ctx)
		switch {
		case errors.Is(err, ErrFatal):
			log.Printf("%s: %v, stopping", t.Name(), err)
			e.Stop()
			return
		case err != nil:
			log.Printf("%s: %v", t.Name(), err)
		}
	}
}

// Stop ends all tasks and then calls what was asked for.
func (e *Engine) Stop() {
	e.stop.Do(func() {
		e.cancel()
		e.running.Wait()
		for _, f := range e.onStop {
			f()
		}
	})
}

// Pause waits, or not.
func Pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
